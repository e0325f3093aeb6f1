package dev.escapement.samples.retail;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.DatabaseCodec;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A replay of recorded tasks with the agent that records all differences. */
final class Tau2Replay {

    private static final String HAND_OVER = "transfer_to_human_agents";

    /** The source of recorded replies. */
    @FunctionalInterface
    interface Player {

        /**
         * Runs an agent with a model that returns these replies.
         *
         * @param replies the replies of the model, in order
         * @param run starts the agent with the model
         * @return the resulting thread, after all replies have been consumed
         */
        AgentThread play(List<ModelReply> replies, Function<Model, AgentThread> run);
    }

    /** The last database after each task, by the task's name: the same for each client, and long to write as JSON. */
    private static final Map<String, WrittenDatabase> ENDS = new ConcurrentHashMap<>();

    private final Database pristine;
    private final Player player;
    private final Tau2Execution execution;
    private final List<String> differences = new ArrayList<>();
    private int tasks;
    private int calls;
    private int observationsRight;
    private int hashesRight;

    Tau2Replay(Database pristine) {
        this(pristine, Tau2Replay::playScripted);
    }

    Tau2Replay(Database pristine, Player player) {
        this(pristine, player, Tau2Execution::inProcess);
    }

    /**
     * Creates a replay on an engine, which can repeat requests to the model.
     *
     * @param pristine the database before each task
     * @param engine executes the threads
     */
    static Tau2Replay on(Database pristine, Tau2Execution engine) {
        return new Tau2Replay(pristine, Tau2Replay::playRepeatably, engine);
    }

    private Tau2Replay(Database pristine, Player player, Tau2Execution execution) {
        this.pristine = pristine;
        this.player = player;
        this.execution = execution;
    }

    private static AgentThread playRepeatably(List<ModelReply> replies, Function<Model, AgentThread> run) {
        return run.apply(request -> replies.get((int) request.messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .count()));
    }

    private static AgentThread playScripted(List<ModelReply> replies, Function<Model, AgentThread> run) {
        try (ScriptedModel model = ScriptedModel.of(replies.toArray(ModelReply[]::new))) {
            return run.apply(model);
        }
    }

    /** Replays one task on a fresh database. */
    void play(Map<String, Object> task) {
        String name = "task " + task.get("id");
        List<Map<String, Object>> steps = steps(task);
        Shop shop = new Shop(pristine);
        AgentThread thread = run(shop, name, steps);
        tasks++;
        calls += steps.size();
        compareObservations(name, steps, answers(thread));
        compareEnd(name, endsWithHandOver(steps), thread);
        compareDatabase(name, task, shop);
    }

    /** Replays one task on a fresh database with the front desk and its sub-agents. */
    void playTree(Map<String, Object> task) {
        DeskTreeCase tree = new DeskTreeCase(task, pristine);
        List<AgentThread> threads = tree.play(execution);
        String name = threads.get(0).id();
        List<Map<String, Object>> steps = steps(task);
        tasks++;
        calls += steps.size();
        compare(name + ": number of threads", tree.threads(), threads.size());
        compareObservations(name, steps, DeskTreeCase.answers(threads));
        compareEnd(name, endsWithHandOver(steps), threads.get(0));
        compareDatabase(name, task, tree.shop());
    }

    /** Returns a one-line summary of all replayed tasks. */
    String summary() {
        return "tau2: " + tasks + " tasks, " + calls + " calls, observations " + observationsRight + "/" + calls
                + ", hashes " + hashesRight + "/" + tasks;
    }

    int tasks() {
        return tasks;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    private AgentThread run(Shop shop, String name, List<Map<String, Object>> steps) {
        List<ModelReply> replies = new ArrayList<>();
        for (Map<String, Object> step : steps) {
            String arguments = PythonJson.dumps(step.get("arguments"));
            replies.add(ModelReply.call("step-" + replies.size(), (String) step.get("name"), arguments));
        }
        if (!endsWithHandOver(steps)) {
            replies.add(ModelReply.text("That is done."));
        }
        return player.play(
                replies,
                model -> execution
                        .run(
                                Runner.of(new RetailDeskLoop(new RetailDesk(shop)))
                                        .model(model),
                                name,
                                "The recorded calls of " + name)
                        .get(0));
    }

    private static boolean endsWithHandOver(List<Map<String, Object>> steps) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).get("name").equals(HAND_OVER);
    }

    private static List<Map<String, Object>> steps(Map<String, Object> task) {
        return PythonJson.array(task.get("steps")).stream()
                .map(PythonJson::object)
                .toList();
    }

    private static List<Message.ToolAnswer> answers(AgentThread thread) {
        return Rendering.messages(thread, false).stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(Message.ToolAnswer.class::cast)
                .toList();
    }

    private void compareObservations(String name, List<Map<String, Object>> steps, List<Message.ToolAnswer> answers) {
        compare(name + ": number of answers", steps.size(), answers.size());
        for (int i = 0; i < Math.min(steps.size(), answers.size()); i++) {
            Map<String, Object> step = steps.get(i);
            Message.ToolAnswer answer = answers.get(i);
            String place = name + ", step " + i + ", " + step.get("name");
            boolean textRight = compare(place, step.get("observation"), asPython(answer.text()));
            boolean errorRight = compare(place + ": is an error", step.get("error"), answer.failed());
            observationsRight += textRight && errorRight ? 1 : 0;
        }
    }

    private void compareEnd(String name, boolean handedOver, AgentThread thread) {
        compare(name + ": the thread is finished", handedOver, thread.last().kind() == EventKind.FINISHED);
    }

    private void compareDatabase(String name, Map<String, Object> task, Shop shop) {
        Map<String, Object> recorded = PythonJson.object(task.get("final"));
        Database end = shop.snapshot();
        WrittenDatabase written = ENDS.compute(
                name,
                (key, last) -> last != null && last.database().equals(end)
                        ? last
                        : WrittenDatabase.of(end, recorded.keySet()));
        recorded.forEach((path, value) -> compare(
                name + ", final " + path,
                PythonJson.dumps(value),
                written.parts().get(path)));
        hashesRight += compare(name + ": hash", task.get("tau2_hash"), written.hash()) ? 1 : 0;
    }

    /**
     * A database with its JSON.
     *
     * @param parts the JSON of parts, by their paths
     * @param hash the hash of its JSON
     */
    private record WrittenDatabase(Database database, Map<String, String> parts, String hash) {

        static WrittenDatabase of(Database database, Set<String> paths) {
            Map<String, Object> json = PythonJson.readObject(DatabaseCodec.INSTANCE.encode(database));
            Map<String, String> parts = new HashMap<>();
            for (String path : paths) {
                String[] names = path.split("/", 2);
                parts.put(
                        path,
                        PythonJson.dumps(PythonJson.object(json.get(names[0])).get(names[1])));
            }
            return new WrittenDatabase(database, parts, Tau2Data.hash(json));
        }
    }

    private boolean compare(String place, Object expected, Object actual) {
        boolean same = Objects.equals(expected, actual);
        if (!same) {
            differences.add(place + "\n  expected: " + expected + "\n  actual:   " + actual);
        }
        return same;
    }

    /** Returns the text shown to the model with Python's spaces and escapes. */
    private static String asPython(String shown) {
        return shown.startsWith("{") || shown.startsWith("[") ? PythonJson.dumps(PythonJson.read(shown)) : shown;
    }
}
