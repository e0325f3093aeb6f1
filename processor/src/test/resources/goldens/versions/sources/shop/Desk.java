package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Upcast;
import dev.escapement.Verdict;
import dev.escapement.json.JsonText;

/** An agent that continues the threads of earlier releases. */
@Agent
@SuppressWarnings("ESC040")
public class Desk {

    @Tool(name = "issue_refund", formerly = {"refund", "refund_order"})
    @Describe("Refund an order.")
    public record IssueRefund(String orderId, long amountCents) {

        @Upcast(from = "3d76b3becf5d95c9")
        static JsonText dollarsToAmount(JsonText old) {
            return new JsonText(old.json().replace("\"dollars\"", "\"amount\""));
        }

        @Upcast(from = "00112233")
        static JsonText amountToCents(JsonText old) {
            return new JsonText(old.json().replaceFirst("\"amount\": *(\\d+)", "\"amountCents\":$100"));
        }
    }

    @Tool
    @Describe("Ask a clerk.")
    public record AskClerk(String question) {}

    public record ClerkAnswer(boolean approved) {

        @Upcast(from = "0123456789abcdef")
        static JsonText ofText(JsonText old) {
            return new JsonText("{\"approved\":" + old.json().contains("yes") + "}");
        }
    }

    @Tool(formerly = "end")
    @Describe("Close the case.")
    public record CloseCase(String summary) {}

    public record CaseReport(String summary, boolean refunded) {

        @Upcast(from = "fedcba98")
        static JsonText ofSummary(JsonText old) {
            return new JsonText("{\"summary\":" + old.json() + ",\"refunded\":false}");
        }
    }

    @Prompt
    String prompt() {
        return "Handle the case.";
    }

    @Gate
    Verdict approve(IssueRefund refund) {
        return Verdict.ask("Refund?");
    }

    @Step(effect = Effect.WRITE)
    String refund(IssueRefund refund) {
        return "refunded " + refund.amountCents();
    }

    @Step(effect = Effect.READ)
    Pause<ClerkAnswer> ask(AskClerk ask) {
        return Pause.asking(ask.question());
    }

    @Step(effect = Effect.WRITE)
    Finish<CaseReport> close(CloseCase close) {
        return Finish.with(new CaseReport(close.summary(), true));
    }
}
