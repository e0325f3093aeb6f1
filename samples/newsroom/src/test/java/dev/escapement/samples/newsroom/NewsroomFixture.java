package dev.escapement.samples.newsroom;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.run.Approver;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one newsroom process. Two processes share only the store and the press.
 *
 * @param store the threads
 * @param press the published articles
 * @param loops the loops of the agents, the newsroom's first
 * @param runner the runner of the threads
 */
record NewsroomFixture(ThreadStore store, Press press, List<AgentLoop> loops, Runner runner) {

    static final String THREAD = "t";
    static final Approver ANN = Approver.of("ann");

    static NewsroomFixture on(ThreadStore store, Press press, Model model) {
        AgentLoop newsroom = new NewsroomLoop(new Newsroom(press));
        AgentLoop writer = new WriterLoop(new Writer(new Archive()));
        AgentLoop editor = new EditorLoop(new Editor());
        Runner runner =
                Runner.of(newsroom, writer, editor).model(model).store(store).build();
        return new NewsroomFixture(store, press, List.of(newsroom, writer, editor), runner);
    }

    /** Starts or continues the article. */
    AgentThread drive() {
        return store.load(THREAD).isPresent()
                ? runner.resume(THREAD)
                : runner.start(THREAD, Start.of("The new bridge").label("section", "city"));
    }

    /** Returns the open questions of the newsroom and of its sub-agents. */
    List<InboxQuestion> questions() {
        return ThreadInbox.of(store).questions(THREAD);
    }

    /** Continues the article, and approves all that a person is asked, until the end. */
    AgentThread driveToTheEnd() {
        AgentThread thread = drive();
        while (!questions().isEmpty()) {
            InboxQuestion question = questions().get(0);
            runner.approve(question.threadId(), question.callId(), ANN);
            thread = runner.resume(THREAD);
        }
        return thread;
    }

    /** Returns the thread of the newsroom and those of its sub-agents, in the order of their starts. */
    List<AgentThread> threads() {
        List<AgentThread> threads = new ArrayList<>(List.of(store.load(THREAD).orElseThrow()));
        for (Event event : List.copyOf(threads.get(0).events())) {
            if (event instanceof DelegateStarted started) {
                threads.add(store.load(started.threadId()).orElseThrow());
            }
        }
        return threads;
    }

    /** Returns the loop of the agent of a thread. */
    AgentLoop loop(AgentThread thread) {
        return loops.stream()
                .filter(loop -> loop.agent().equals(thread.agent()))
                .findFirst()
                .orElseThrow();
    }
}
