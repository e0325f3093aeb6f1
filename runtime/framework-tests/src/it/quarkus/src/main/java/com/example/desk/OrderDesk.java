package com.example.desk;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import jakarta.inject.Singleton;

@Agent
@Singleton
public class OrderDesk {

    @Prompt
    String prompt() {
        return "You place orders.";
    }

    @Step
    String place(PlaceOrder call) {
        return "ordered " + call.line();
    }

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
