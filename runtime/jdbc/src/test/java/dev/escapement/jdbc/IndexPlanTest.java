package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the queries of the index read only the rows of a page, on SQLite. */
class IndexPlanTest {

    private SqliteFixture fixture;

    @BeforeEach
    void createTables() throws Exception {
        fixture = new SqliteFixture();
        fixture.open();
    }

    @AfterEach
    void removeFixture() throws Exception {
        fixture.close();
    }

    private String plan(String sql) throws Exception {
        return plan(Sql.of(sql, JdbcDialect.SQLITE, TableNames.DEFAULT));
    }

    private String plan(Sql compiled) throws Exception {
        String text = compiled.expanded(
                Args.of("agents", List.of("a", "b")).and("limit", 50).and(Sql.NOW, 0));
        StringBuilder plan = new StringBuilder();
        try (Connection connection = fixture.connect();
                PreparedStatement statement = connection.prepareStatement("explain query plan " + text);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                plan.append(result.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void pageOfOnePhaseIsReadInOrder() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).threads(ThreadQuery.all().phase(Phase.WAITING)));

        assertTrue(plan.contains("SEARCH t USING INDEX esc_idx_thread_page (status=?)"), plan);
        assertFalse(plan.contains("SCAN t"), plan);
    }

    @Test
    void laterPageSeeksItsBeginning() throws Exception {
        String cursor = new Cursor(StoreExamples.AT, 0, List.of("t1")).text(Cursor.PageOrder.NEWEST_THREADS);

        String plan = plan(new IndexSql(0, 0, -1)
                .threads(ThreadQuery.all().phase(Phase.WAITING).after(cursor)));

        assertTrue(plan.contains("esc_idx_thread_page (status=? AND (since,id)<(?,?))"), plan);
    }

    @Test
    void eachPhaseAndAgentHasABranch() throws Exception {
        String plan =
                plan(new IndexSql(2, 0, -1).threads(ThreadQuery.all().agent("a").agent("b")));

        assertFalse(plan.contains("SCAN t"), plan);
        assertTrue(plan.split("SEARCH t USING INDEX esc_idx_thread_agent", -1).length == 9, plan);
    }

    @Test
    void commonLabelIsTested() throws Exception {
        String plan = plan(new IndexSql(0, 1, -1)
                .threads(ThreadQuery.all().phase(Phase.WAITING).label("tenant", "acme")));

        assertTrue(plan.indexOf("SEARCH t USING INDEX esc_idx_thread_page") < plan.indexOf("SEARCH l"), plan);
    }

    @Test
    void rareLabelComesFirst() throws Exception {
        String plan = plan(new IndexSql(0, 1, 0)
                .threads(ThreadQuery.all().phase(Phase.WAITING).label("tenant", "acme")));

        assertTrue(plan.indexOf("SEARCH l") < plan.indexOf("SEARCH t USING PRIMARY KEY (id=?)"), plan);
    }

    @Test
    void questionsAreReadInOrder() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).questions(QuestionQuery.all()));

        assertFalse(plan.contains("SCAN t"), plan);
        assertTrue(plan.contains("esc_idx_question_page (kind=?)"), plan);
    }

    @Test
    void laterPageOfQuestionsSeeksItsBeginning() throws Exception {
        String cursor = new Cursor(StoreExamples.AT, 0, List.of("t1", "call_1")).text(Cursor.PageOrder.QUESTIONS);

        String plan = plan(new IndexSql(0, 0, -1).questions(QuestionQuery.all().after(cursor)));

        assertFalse(plan.contains("SCAN t"), plan);
        assertTrue(plan.contains("esc_idx_question_page (kind=? AND (since,thread_id,call_id,n)>(?,?,?,?))"), plan);
    }

    @Test
    void questionsWithRareLabelAreFoundByThread() throws Exception {
        String plan = plan(new IndexSql(0, 1, 0).questions(QuestionQuery.all().label("tenant", "acme")));

        assertFalse(plan.contains("SCAN t"), plan);
        assertTrue(plan.split("SEARCH t USING PRIMARY KEY .thread_id=.", -1).length == 2, plan);
    }

    @Test
    void countReadsAnIndex() throws Exception {
        String plan = plan(new IndexSql(0, 0, -1).count(ThreadQuery.all().phase(Phase.WAITING)));

        assertTrue(plan.contains("SEARCH t USING COVERING INDEX esc_idx_thread_page (status=?)"), plan);
    }

    @Test
    void dueAndLeasedThreadsAreFoundByTheirIndexes() throws Exception {
        String plan = plan(new QueueRows(JdbcDialect.SQLITE, TableNames.DEFAULT).due());

        assertTrue(plan.contains("esc_thread USING INDEX esc_idx_thread_wake (wake_at<?)"), plan);
        assertTrue(plan.contains("esc_thread USING INDEX esc_idx_thread_holder"), plan);
        assertFalse(
                plan.replaceAll("SCAN (a|esc_thread USING INDEX esc_idx_thread_holder)", "")
                        .contains("SCAN"),
                plan);
    }
}
