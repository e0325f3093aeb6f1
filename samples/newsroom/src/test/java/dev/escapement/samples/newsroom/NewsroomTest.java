package dev.escapement.samples.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.Standing.Kind;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Tests of the conversation of the writer and the editor. */
class NewsroomTest {

    private static final Article SOURCED = new Article(
            "The new bridge",
            "The bridge carries 12,400 cyclists a day, according to the city's count of May."
                    + " It opened in 1931, according to the city archive.");

    private final Press press = new Press();
    private final NewsroomFixture newsroom = fixture(new DemoModel());

    private NewsroomFixture fixture(Model model) {
        return NewsroomFixture.on(new InMemoryThreadStore(), press, model);
    }

    @Test
    void acceptedArticleIsPublished() {
        AgentThread thread = newsroom.driveToTheEnd();

        assertEquals(new Edition(true, 2, SOURCED.title()), edition(thread));
        assertEquals(List.of(SOURCED), press.printed());
        assertEquals(
                List.of("newsroom", "writer", "editor", "writer", "editor"),
                newsroom.threads().stream().map(AgentThread::agent).toList());
    }

    @Test
    void remarksOfEditorReachTheWriter() {
        newsroom.drive();

        Event.Started second =
                (Event.Started) newsroom.threads().get(3).events().get(0);
        assertEquals(
                "Write about: The new bridge\nYour draft: The bridge carries 12,400 cyclists a day. It opened in 1931."
                        + "\nRemarks of the editor: Name the source of each number.",
                second.input());
    }

    @Test
    void approvalOfEditorIsInTheInboxOfTheNewsroom() {
        newsroom.drive();

        InboxQuestion question = newsroom.questions().get(0);
        assertEquals(1, newsroom.questions().size());
        assertEquals(Kind.APPROVAL, question.kind());
        assertEquals(newsroom.threads().get(4).id(), question.threadId());
        assertEquals(List.of("newsroom", "editor"), question.path());
        assertEquals("Publish \"The new bridge\"? " + SOURCED.text(), question.text());
        assertEquals(List.of(), press.printed());
    }

    @Test
    void reasonOfRefusalReachesTheWriter() {
        newsroom.drive();
        InboxQuestion question = newsroom.questions().get(0);

        newsroom.runner().refuse(question.threadId(), question.callId(), NewsroomFixture.ANN, "Make it shorter.");
        AgentThread thread = newsroom.driveToTheEnd();

        assertEquals(new Edition(true, 3, SOURCED.title()), edition(thread));
        assertEquals(
                List.of(new Article(
                        SOURCED.title(),
                        "The bridge carries 12,400 cyclists a day, according to the city's count of May.")),
                press.printed());
    }

    @Test
    void articleIsDroppedAfterTheLastRound() {
        DemoModel demo = new DemoModel();
        NewsroomFixture strict = fixture(request -> {
            boolean isEditor =
                    request.tools().stream().anyMatch(tool -> tool.name().equals("request_changes"));
            return isEditor
                    ? ModelReply.call("c", "request_changes", "{\"remarks\":\"Not yet.\"}")
                    : demo.reply(request);
        });

        AgentThread thread = strict.drive();

        assertEquals(new Edition(false, Newsroom.ROUNDS, "Not yet."), edition(thread));
        assertEquals(1 + 2 * Newsroom.ROUNDS, strict.threads().size());
        assertEquals(List.of(), press.printed());
    }

    @Test
    void writerWithoutBudgetEndsAndTheNewsroomContinues() {
        DemoModel demo = new DemoModel();
        NewsroomFixture wordy = fixture(request -> {
            ModelReply reply = demo.reply(request);
            boolean isWriter =
                    request.tools().stream().anyMatch(tool -> tool.name().equals("search_archive"));
            return isWriter ? new ModelReply(reply.text(), reply.calls(), new Usage(19_000, 1_000)) : reply;
        });

        AgentThread thread = wordy.drive();

        Event.Stopped stopped =
                assertInstanceOf(Event.Stopped.class, wordy.threads().get(1).last());
        assertEquals(StopCause.BUDGET, stopped.cause());
        Event.ModelReplied report = assertInstanceOf(Event.ModelReplied.class, thread.last());
        assertTrue(report.text().startsWith("The article was not written. "), report::text);
    }

    @Test
    void delegateHasBudgetAndLabels() {
        newsroom.drive();

        for (AgentThread thread : newsroom.threads().subList(1, 5)) {
            Event.Started started = (Event.Started) thread.events().get(0);
            assertEquals("city", started.start().labels().get("section"));
            assertEquals(OptionalLong.of(20_000), thread.budget().tokens());
            assertEquals(OptionalLong.of(5), thread.budget().modelCalls());
        }
        assertEquals(
                List.of("1", "1", "2", "2"),
                newsroom.threads().stream()
                        .skip(1)
                        .map(thread -> ((Event.Started) thread.events().get(0))
                                .start()
                                .labels()
                                .get("round"))
                        .toList());
    }

    @Test
    void modelOfNewsroomIsCalledOnce() {
        AgentThread thread = newsroom.driveToTheEnd();

        assertEquals(
                1,
                thread.events().stream()
                        .filter(Event.ModelReplied.class::isInstance)
                        .count());
        assertEquals(
                4,
                thread.events().stream()
                        .filter(DelegateStarted.class::isInstance)
                        .count());
    }

    private static Edition edition(AgentThread thread) {
        Event.Finished finished = assertInstanceOf(Event.Finished.class, thread.last());
        return EditionCodec.INSTANCE.decode(finished.result()).fold(accepted -> accepted.value(), rejected -> {
            throw new AssertionError(rejected);
        });
    }
}
