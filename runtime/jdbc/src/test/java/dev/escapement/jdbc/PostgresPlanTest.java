package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQuery;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the queries of the index and of the queue read only the rows of a page, in order, on PostgreSQL. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresPlanTest {

    private static final int THREADS = 100;

    private PostgresDatabases.Fixture fixture;
    private TableNames names;

    @BeforeEach
    void startThreads(PostgresDatabases databases) throws Exception {
        fixture = databases.newSchema();
        names = new TableNames(fixture.schema(), TableNames.DEFAULT.prefix());
        JdbcThreadStore store = fixture.builder().build();
        for (int i = 0; i < THREADS; i++) {
            StoreExamples.startWaiting(store, "t" + i);
        }
        fixture.execute("analyze");
    }

    @AfterEach
    void removeSchema() throws Exception {
        fixture.close();
    }

    /** Returns a plan that reads a whole table only if it cannot be avoided, and fails if it does. */
    private String plan(Sql sql, String settings) throws Exception {
        Args args = Args.of("limit", 50)
                .and("since", StoreExamples.AT)
                .and("key", "t1")
                .and("call", "call_1")
                .and("n", 0)
                .and("name0", "tenant")
                .and("value0", "acme")
                .and("agents", List.of(StoreExamples.AGENT))
                .and("agent0", StoreExamples.AGENT)
                .and("agent1", "example.Other")
                .and("holder", "test")
                .and("time", 1_000_000L);
        try (Connection connection = fixture.pool().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local enable_seqscan = off;" + settings);
            }
            Session session = new Session(connection, JdbcDialect.POSTGRESQL, new StoreClock(Clock.systemUTC()));
            List<String> lines = session.query(sql.explained(), args, row -> row.text(1));
            connection.rollback();
            String plan = String.join("\n", lines);
            assertFalse(plan.contains("Seq Scan"), plan);
            return plan;
        }
    }

    /** Returns a plan that sorts rows only if it cannot be avoided, and fails if it does. */
    private String plan(String sql) throws Exception {
        String plan = plan(Sql.of(sql, JdbcDialect.POSTGRESQL, names), "set local enable_sort = off");
        assertFalse(plan.contains("->  Sort ") || plan.startsWith("Sort "), plan);
        return plan;
    }

    @Test
    void pageOfOnePhaseIsReadInOrder() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).threads(ThreadQuery.all().phase(Phase.WAITING)));

        assertTrue(plan.contains("Index Scan Backward using esc_idx_thread_page"), plan);
    }

    @Test
    void laterPageSeeksItsBeginning() throws Exception {
        String cursor = new Cursor(StoreExamples.AT, 0, List.of("t1")).text(Cursor.PageOrder.NEWEST_THREADS);

        String plan = plan(new IndexSql(0, 0, -1)
                .threads(ThreadQuery.all().phase(Phase.WAITING).after(cursor)));

        assertTrue(plan.contains("Index Cond: ((status = 1) AND (ROW(since, id) <"), plan);
    }

    @Test
    void phasesAndAgentsAreMerged() throws Exception {
        String plan =
                plan(new IndexSql(2, 0, -1).threads(ThreadQuery.all().agent("a").agent("b")));

        assertTrue(plan.contains("Merge Append"), plan);
        assertTrue(plan.split("Scan Backward using esc_idx_thread_agent", -1).length == 9, plan);
    }

    @Test
    void commonLabelIsTested() throws Exception {
        String plan = plan(new IndexSql(0, 1, -1)
                .threads(ThreadQuery.all().phase(Phase.WAITING).label("tenant", "acme")));

        assertTrue(plan.contains("using esc_idx_thread_page"), plan);
        assertTrue(plan.contains("SubPlan") && plan.contains("(thread_id = t.id)"), plan);
    }

    @Test
    void questionsAreReadInOrder() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).questions(QuestionQuery.all()));

        assertTrue(plan.contains("using esc_idx_question_page"), plan);
    }

    @Test
    void laterPageOfQuestionsSeeksItsBeginning() throws Exception {
        String cursor = new Cursor(StoreExamples.AT, 0, List.of("t1", "call_1")).text(Cursor.PageOrder.QUESTIONS);

        String plan = plan(new IndexSql(0, 0, -1).questions(QuestionQuery.all().after(cursor)));

        assertTrue(plan.contains("(ROW(since, thread_id, call_id, n) > "), plan);
    }

    @Test
    void countReadsAnIndex() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).count(ThreadQuery.all().phase(Phase.WAITING)));

        assertTrue(plan.contains("Index Only Scan"), plan);
    }

    @Test
    void claimSeeksDueThreads() throws Exception {
        String plan = plan(new QueueRows(JdbcDialect.POSTGRESQL, names).claim(), "");

        assertTrue(plan.contains("Index Cond: (wake_at <= statement_timestamp())"), plan);
    }

    @Test
    void rareLabelComesFirst() throws Exception {
        String plan = rare(new IndexSql(0, 1, 0)
                .threads(ThreadQuery.all().phase(Phase.WAITING).label("tenant", "acme")));

        assertTrue(plan.contains("esc_thread_pkey"), plan);
    }

    @Test
    void questionsWithRareLabelAreFoundByThread() throws Exception {
        String plan = rare(new IndexSql(0, 1, 0).questions(QuestionQuery.all().label("tenant", "acme")));

        assertTrue(plan.contains("esc_question_pkey"), plan);
        assertEquals(2, plan.split("esc_idx_label_value", -1).length, plan);
    }

    /** Returns a plan that sorts the few rows of a label. */
    private String rare(String sql) throws Exception {
        String plan = plan(Sql.of(sql, JdbcDialect.POSTGRESQL, names), "");
        assertTrue(plan.contains("esc_idx_label_value"), plan);
        return plan;
    }
}
