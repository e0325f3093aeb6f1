package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.Standing;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.body.AnswerKind;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.body.QuestionBody;
import dev.escapement.server.body.QuestionPageBody;
import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.server.threads.ReleaseDesk.Storage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link QuestionRoutes}. */
class QuestionRoutesTest {

    private static QuestionPageBody page(ReleaseDesk desk, String person, String target) {
        return desk.get(person, target).body(200, QuestionPageBodyCodec.INSTANCE);
    }

    private static List<String> threads(QuestionPageBody page) {
        return page.questions().stream().map(QuestionBody::threadId).toList();
    }

    @Test
    void approvalContainsWhatAPersonMustRead() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            QuestionBody question =
                    page(desk, "alice", "/api/questions").questions().get(0);

            assertEquals("Ship v1.0.0?", question.text());
            assertEquals(Optional.of("ship_release"), question.tool());
            assertEquals(Optional.of("Ships a release."), question.toolDescription());
            assertEquals(Optional.of(Effect.DESTRUCTIVE), question.effect());
            assertEquals(
                    "{\"tag\":\"v1.0.0\"}", question.arguments().orElseThrow().json());
            assertEquals(ReleaseDesks.sha256(thread, "c1"), question.argumentsSha256());
            assertTrue(question.argumentsSchema().orElseThrow().json().contains("\"tag\""));
            assertEquals(
                    List.of(
                            PermittedAction.APPROVE,
                            PermittedAction.EDIT,
                            PermittedAction.REFUSE,
                            PermittedAction.ANSWER,
                            PermittedAction.MESSAGE,
                            PermittedAction.EXTEND,
                            PermittedAction.CANCEL),
                    question.permitted());
        }
    }

    @Test
    void replyHasItsSchema() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForReply("t1");

            QuestionBody question = page(desk, "approver", "/api/questions?kind=REPLY")
                    .questions()
                    .get(0);

            assertTrue(question.replySchema().orElseThrow().json().contains("\"hours\""));
            assertEquals(List.of(PermittedAction.REPLY), question.permitted());
        }
    }

    @Test
    void unknownOutcomeListsItsAnswers() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1", "v6.6.6");
            desk.runner.approve("t1", "c1", Approver.of("bob"));

            QuestionBody question =
                    page(desk, "alice", "/api/questions").questions().get(0);

            assertEquals(Standing.Kind.DECISION, question.kind());
            assertEquals(
                    Optional.of(List.of(AnswerKind.RETURNED, AnswerKind.FAILED, AnswerKind.RUN_AGAIN)),
                    question.answers());
        }
    }

    @Test
    void onlyOwnQuestionsAreListedByDefault() {
        DecisionPolicy policy = (identity, agent, kind, call) ->
                call.isEmpty() || !call.get().arguments().contains("v2.");
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            desk.waitingForApproval("mine");
            desk.waitingForApproval("foreign", "v2.0.0");

            assertEquals(List.of("mine"), threads(page(desk, "alice", "/api/questions")));
            assertEquals(List.of("mine", "foreign"), threads(page(desk, "alice", "/api/questions?mine=false")));
            assertEquals(List.of(), threads(page(desk, "reader", "/api/questions?mine=true")));
        }
    }

    @Test
    void pagesAreFilledWithOwnQuestions() {
        DecisionPolicy policy = (identity, agent, kind, call) ->
                call.isEmpty() || !call.get().arguments().contains("v2.");
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            desk.waitingForApproval("a");
            desk.waitingForApproval("b", "v2.0.0");
            desk.waitingForApproval("c");
            desk.waitingForApproval("d");

            QuestionPageBody first = page(desk, "alice", "/api/questions?limit=2");
            QuestionPageBody second = page(
                    desk,
                    "alice",
                    "/api/questions?limit=2&after=" + first.next().orElseThrow());

            assertEquals(List.of("a", "c"), threads(first));
            assertEquals(List.of("d"), threads(second));
        }
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void questionsOfATreeAreThoseOfItsChildren(Storage storage, @TempDir Path directory) {
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            desk.model.then(ModelReply.call("p1", "plan_release", "{\"request\":\"Ship v1.0.0\"}"));
            desk.model.then(ModelReply.call("c1", "ship_release", "{\"tag\":\"v1.0.0\"}"));
            desk.planning.start("root", Start.of("Release").label("tenant", "acme"));

            List<QuestionBody> questions =
                    page(desk, "acme", "/api/threads/root/questions").questions();

            assertEquals(1, questions.size());
            assertEquals(
                    List.of("acme.ReleasePlanner", "acme.ReleaseBot"),
                    questions.get(0).path());
            assertEquals(
                    200,
                    desk.decide(
                                    "acme",
                                    questions.get(0).threadId(),
                                    "{\"type\":\"approve\",\"callId\":\"c1\",\"argumentsSha256\":\""
                                            + questions.get(0).argumentsSha256() + "\"}")
                            .status());
        }
    }

    @Test
    void labelsOfTheIdentityRestrictQuestions() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(List.of(), threads(page(desk, "acme", "/api/questions")));
            assertEquals(404, desk.get("acme", "/api/threads/t1/questions").status());
        }
    }

    @Test
    void unknownAgentLeavesOnlyCancel() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk other = desk.withoutBot()) {
            desk.waitingForApproval("t1");

            QuestionBody question = page(other, "alice", "/api/questions?mine=false")
                    .questions()
                    .get(0);

            assertEquals(List.of(PermittedAction.CANCEL), question.permitted());
            assertEquals(List.of(), threads(page(other, "alice", "/api/questions")));
        }
    }

    @Test
    void damagedThreadDoesNotHideOthers(@TempDir Path directory) throws SQLException {
        try (ReleaseDesk desk = ReleaseDesk.of(Storage.SQLITE, directory)) {
            desk.waitingForApproval("damaged");
            desk.waitingForApproval("intact");
            try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("threads.db"));
                    Statement statement = database.createStatement()) {
                statement.executeUpdate("update esc_event set event = '{' where thread_id = 'damaged'");
            }

            assertEquals(List.of("intact"), threads(page(desk, "alice", "/api/questions")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=CHILD", "kind=approval", "mine=yes", "limit=-1", "after=nonsense", "label=x"})
    void invalidParametersAreRefused(String query) {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(400, desk.get("alice", "/api/questions?" + query).status());
        }
    }
}
