package dev.escapement.processor.functional.agent.crash;

import static dev.escapement.processor.functional.agent.crash.Scenarios.GO;
import static dev.escapement.processor.functional.agent.crash.Scenarios.call;
import static dev.escapement.processor.functional.agent.crash.Scenarios.scenario;

import dev.escapement.model.ModelReply;
import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenarios whose threads are stored with the tests, and the generator of these files. Earlier releases have written
 * the files, so that a test shows that this release continues their threads. Do not change a scenario, or an agent, that
 * has a stored thread: add another one.
 *
 * <p>To add files, run {@link #main} on the release that is to write them, and add the folder to {@link
 * StoredThreadsTest}.
 */
final class StoredScenarios {

    private StoredScenarios() {}

    /** Returns the scenarios of this release. */
    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(Scenarios.all());
        all.addAll(List.of(questionsExpired(), bookingCancelled()));
        return all;
    }

    private static Scenario questionsExpired() {
        return scenario(
                        "questions expired",
                        world -> new LodgingLoop(new Lodging(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.calls(
                                call("c1", "ask_room", "{}"),
                                call("c2", "ask_guest", "{}"),
                                call("c3", "charge_card", "{\"cents\":5}")),
                        ModelReply.call("c4", "check_out", "{}"))
                .changing("checked out");
    }

    private static Scenario bookingCancelled() {
        return scenario(
                        "booking cancelled",
                        world -> new LodgingLoop(new Lodging(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.call("c1", "cancel_booking", "{\"number\":7}"),
                        ModelReply.call("c2", "check_out", "{}"))
                .changing("cancelled 7", "checked out");
    }

    /** Returns the name of the folder of a scenario. */
    static String folder(Scenario scenario) {
        return scenario.name().replace(' ', '-');
    }

    /**
     * Runs each scenario on a store of files in a folder of its own. Next to it, writes the JSON of the thread.
     *
     * @param arguments the folder of the folders
     * @throws IOException if a file cannot be written
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Scenario scenario : all()) {
            Path directory = folder.resolve(folder(scenario));
            AgentThread thread = new ScenarioWorker(
                            scenario, new World(), FileThreadStore.in(directory), UncertainStepDecision.LOOK_IT_UP)
                    .run();
            Files.writeString(folder.resolve(folder(scenario) + ".json"), thread.toJson() + "\n");
            for (String internal : List.of(".lease", ".lock")) {
                deleteAll(directory, internal);
            }
        }
    }

    private static void deleteAll(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(suffix)).toList()) {
                Files.delete(file);
            }
        }
    }
}
