package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent for tests, which records its effects. */
@Agent
final class LedgerDesk {

    /**
     * Read the balance of an account.
     *
     * @param account The account
     */
    @Tool
    record ReadBalance(String account) {}

    /**
     * Pay the balance out.
     *
     * @param account The account
     */
    @Tool
    record PayOut(String account) {}

    /**
     * Let an auditor check an account.
     *
     * @param account The account
     */
    @Tool
    record AuditAccount(String account) {}

    /**
     * Close the case.
     *
     * @param summary The result
     */
    @Tool
    record CloseLedger(String summary) {}

    final List<String> effects = new CopyOnWriteArrayList<>();

    @Prompt
    String prompt() {
        return "You keep a ledger.";
    }

    @Trigger(schedule = "* * * * *")
    String minute() {
        return "Check the ledger.";
    }

    @Gate
    Verdict review(PayOut call) {
        return call.account().startsWith("big") ? Verdict.ask("Pay out?") : Verdict.proceed();
    }

    @Step(effect = Effect.READ)
    String balance(ReadBalance call) {
        effects.add("read");
        return call.account().startsWith("long") ? "9".repeat(3_000) : "100";
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String pay(PayOut call) {
        effects.add("pay");
        return "paid";
    }

    @Step
    Delegate<AuditDesk> audit(AuditAccount call) {
        return AuditDeskLoop.delegate(call.account());
    }

    @Step
    Finish<String> close(CloseLedger call) {
        return Finish.with(call.summary());
    }
}
