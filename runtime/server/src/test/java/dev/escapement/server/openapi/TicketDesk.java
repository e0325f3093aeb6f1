package dev.escapement.server.openapi;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import java.util.List;
import java.util.Optional;

/** An agent with a trigger, a gate, a pause and a recursive tool, for tests of the server. */
@Agent
@SuppressWarnings("ESC040") // descriptions are not the subject
public final class TicketDesk {

    /** An incoming mail. */
    record Mail(String from, String text, Optional<Integer> priority) {}

    /** A category with its subcategories. */
    record Category(String name, List<Category> parts) {}

    /** Files a ticket. */
    @Tool
    record FileTicket(Category category, String title) {}

    /** Refunds an amount. */
    @Tool
    record RefundTicket(long cents, Optional<String> note) {}

    /** Asks the customer a question. */
    @Tool
    record AskCustomer(String question) {}

    /** Closes the ticket. */
    @Tool
    record CloseTicket(String summary) {}

    /** A customer's answer. */
    record CustomerReply(String text, boolean urgent) {}

    @Prompt
    String prompt() {
        return "You handle tickets.";
    }

    @Trigger
    String mail(Mail mail) {
        return "Mail from " + mail.from() + ": " + mail.text();
    }

    @Step(effect = Effect.IDEMPOTENT)
    String file(FileTicket call) {
        return "filed under " + call.category().name();
    }

    @Gate
    Verdict review(RefundTicket call) {
        return Verdict.ask("Refund " + call.cents() + " cents?");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String refund(RefundTicket call) {
        return "refunded " + call.cents();
    }

    @Step
    Pause<CustomerReply> ask(AskCustomer call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(CloseTicket call) {
        return Finish.with(call.summary());
    }
}
