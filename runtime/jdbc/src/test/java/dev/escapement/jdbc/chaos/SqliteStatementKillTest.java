package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests kills within the transaction of a step on SQLite: usually after the first statement of the kinds that write, and
 * with {@code -Dchaos.statements=all} after each statement.
 */
class SqliteStatementKillTest extends StatementKillContract {

    @Override
    ChaosRun newRun() throws Exception {
        return ChaosRun.onSqlite(LEASE_TIME, 4);
    }

    /** Does nothing: the store notices that the process has ended. */
    @Override
    void endLease(ChaosDatabase database, String id) {}

    @ParameterizedTest
    @CsvSource({"insert into app_row, 0", "update esc_thread set, 0", "insert into esc_event, 0", "commit, 2"})
    void stepIsStoredCompletelyOrNotAtAll(String statement, int rows) throws Exception {
        assertEquals(OptionalInt.of(rows), rowsAfterKill("t1", Moment.STATEMENT_KIND, statement));
        verify(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos.statements", matches = "all")
    void eachStatementIsCompletedOrRolledBack() throws Exception {
        killAfterEachStatement();
    }
}
