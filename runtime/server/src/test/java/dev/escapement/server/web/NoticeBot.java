package dev.escapement.server.web;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/** An agent that repeats the text of its input wherever an agent can place a text, for tests with hostile texts. */
@Agent(name = "acme.NoticeBot")
final class NoticeBot {

    /**
     * Publishes a notice.
     *
     * @param text The text of the notice
     */
    @Tool
    record PublishNotice(String text) {}

    /**
     * Asks the author.
     *
     * @param question The question
     */
    @Tool
    record AskAuthor(String question) {}

    /**
     * Ends the work.
     *
     * @param text The summary
     */
    @Tool
    record CloseNotice(String text) {}

    /**
     * A reply of the author.
     *
     * @param text The text of the reply
     */
    record AuthorReply(String text) {}

    private final String text;

    NoticeBot(String text) {
        this.text = text;
    }

    @Prompt
    String prompt() {
        return text;
    }

    @Gate
    Verdict review(PublishNotice call) {
        return Verdict.ask(call.text());
    }

    @Step(effect = Effect.WRITE)
    String publish(PublishNotice call) {
        return call.text();
    }

    @Step
    Pause<AuthorReply> ask(AskAuthor call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(CloseNotice call) {
        return Finish.with(call.text());
    }
}
