package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the detection of statements that begin or end a transaction. */
class TransactionControlTest {

    private static void assertFound(String expected, String sql, JdbcDialect dialect) {
        assertEquals(Optional.of(expected), TransactionControl.find(sql, dialect), sql);
    }

    private static void assertAbsent(String sql, JdbcDialect dialect) {
        assertEquals(Optional.empty(), TransactionControl.find(sql, dialect), sql);
    }

    @ParameterizedTest
    @EnumSource(JdbcDialect.class)
    void everyStatementOfTextIsExamined(JdbcDialect dialect) {
        assertFound("commit", "insert into a values (1); commit", dialect);
        assertFound("commit", "insert into a values ('it''s;'); -- now\n /* then */ COMMIT work", dialect);
        assertFound("end", "select \"a;b\" from c;;end;", dialect);
        assertFound("start transaction", "select 1; start\ntransaction", dialect);
        assertFound("prepare transaction", "prepare /* two phases */ transaction 'a'", dialect);
        assertFound("rollback", "select 1; rollback", dialect);
        assertFound("rollback", "rollback work", dialect);
    }

    @ParameterizedTest
    @EnumSource(JdbcDialect.class)
    void otherStatementsAreAbsent(JdbcDialect dialect) {
        assertAbsent("select 'a; commit' from b", dialect);
        assertAbsent("select \"; commit\" from b", dialect);
        assertAbsent("select 1 -- ; commit", dialect);
        assertAbsent("select 1 /* ; commit */", dialect);
        assertAbsent("select case when a then 1 else 2 end; select 2", dialect);
        assertAbsent("insert into a values (1); end_of_day_report", dialect);
        assertAbsent("savepoint a; rollback to savepoint a; rollback transaction to a", dialect);
        assertAbsent("prepare a as select 1; start_a", dialect);
        assertAbsent("", dialect);
        assertAbsent("select 'not closed; commit", dialect);
    }

    @Test
    void bodyOfTriggerIsNotExamined() {
        String trigger = "create temp trigger a after insert on b begin update c set d = 1; select 2; end";

        assertAbsent(trigger, JdbcDialect.SQLITE);
        assertFound("commit", trigger + "; commit", JdbcDialect.SQLITE);
        assertFound("commit", "create table begin (a); commit", JdbcDialect.SQLITE);
    }

    @Test
    void bodyOfFunctionIsNotExamined() {
        String function = "create or replace function a() returns int begin atomic; select 1; end";

        assertAbsent(function, JdbcDialect.POSTGRESQL);
        assertFound("commit", function + "; commit", JdbcDialect.POSTGRESQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select $$; commit$$",
                "do $body$ begin perform 1; $$; commit; $body$",
                "select e'\\'; commit'",
                "/* outer /* inner */ ; commit */ select 1",
                "select a$1 from b where c = '; commit'"
            })
    void quotesOfPostgresAreRecognized(String sql) {
        assertAbsent(sql, JdbcDialect.POSTGRESQL);
        assertFound("commit", sql + "; commit", JdbcDialect.POSTGRESQL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select `; commit` from a", "select [; commit] from a", "select '\\'"})
    void quotesOfSqliteAreRecognized(String sql) {
        assertAbsent(sql, JdbcDialect.SQLITE);
        assertFound("commit", sql + "; commit", JdbcDialect.SQLITE);
    }
}
