package dev.escapement.spring.permits;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import org.springframework.transaction.annotation.Transactional;

/** An agent with steps in transactions, whose methods are accessible in its package only. */
@Agent(name = "permits")
public class PermitOffice {

    private final PermitTable table;

    /**
     * Creates an agent.
     *
     * @param table the table that the steps change
     */
    public PermitOffice(PermitTable table) {
        this.table = table;
    }

    @Prompt
    String prompt() {
        return "Issue parking permits.";
    }

    /** Joins the transaction of the step. Without it, the declared exception would commit the row. */
    @Step(effect = Effect.TRANSACTIONAL)
    @Transactional
    @SuppressWarnings("ESC046") // the transaction of the step rolls back
    String issue(IssuePermit call) throws PlateBlockedException {
        return table.insert(call.plate());
    }

    @Step(effect = Effect.TRANSACTIONAL)
    String renew(RenewPermit call) throws PlateBlockedException {
        return table.insert(call.plate());
    }

    /** Has its own transaction, which a declared exception commits: the rule of Spring. */
    @Step
    @Transactional
    @SuppressWarnings("ESC046") // the subject of a test
    String note(NotePlate call) throws PlateBlockedException {
        return table.insert(call.plate());
    }

    @Step
    Finish<String> close(CloseOffice call) {
        return Finish.with(call.remark());
    }
}
