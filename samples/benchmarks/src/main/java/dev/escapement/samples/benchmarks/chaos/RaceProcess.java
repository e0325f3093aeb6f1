package dev.escapement.samples.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Approver;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The program of a process that takes part in races. For each line of its input, which contains the ids of a thread and
 * a call and two decisions, it makes the decisions and drives the thread, all at the same time, and prints the decisions
 * that were recorded.
 */
final class RaceProcess {

    private RaceProcess() {}

    /**
     * Runs the program.
     *
     * @param args the directory of the threads and the file of the ledger
     * @throws Exception if a decision fails for another reason than its lateness
     */
    public static void main(String[] args) throws Exception {
        FileThreadStore store = FileThreadStore.in(Path.of(args[0]));
        RecordedWork work = new RecordedWork(new Ledger(Path.of(args[1])), new Random(), 0, false, 0);
        AgentLoop loop = new DeliveryDeskLoop(new DeliveryDesk(work));
        Runner runner = Runner.of(loop)
                .model(new ScriptedDesk())
                .store(store)
                .interceptor(work)
                .build();
        ThreadInbox inbox = ThreadInbox.of(store, loop);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Lines.print(Lines.READY);
        try (Contest contest = new Contest(3)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                Map<String, Supplier<AgentThread>> decisions = decisions(inbox, words[0], words[1]);
                Supplier<AgentThread> drive = () -> runner.resume(words[0]);
                List<Boolean> recorded = contest.decide(List.of(
                        decisions.getOrDefault(words[2], drive), decisions.getOrDefault(words[3], drive), drive));
                Lines.print(Lines.RACED + " " + words[0] + " " + words[2] + "=" + recorded.get(0) + " " + words[3] + "="
                        + recorded.get(1));
            }
        } catch (Exception e) {
            Lines.failed("race", e);
        }
    }

    private static Map<String, Supplier<AgentThread>> decisions(ThreadInbox inbox, String id, String callId) {
        Approver person = Approver.of("dave");
        return Map.of(
                Races.APPROVE, () -> inbox.approve(id, callId, person),
                Races.REFUSE, () -> inbox.refuse(id, callId, person, "too expensive"),
                Races.ANSWER, () -> inbox.answer(id, callId, person, new Answer.Failed("paid in cash")),
                Races.CANCEL, () -> inbox.cancel(id, person, "no longer needed"));
    }
}
