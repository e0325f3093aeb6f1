package dev.escapement.restate;

import dev.escapement.engine.Replay;
import dev.escapement.model.Model;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.DelegateStarted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** The deployment of two releases of an agent, whose threads have the ids {@code kind-number}. */
final class ClaimDeployment implements AutoCloseable {

    static final Approver ALICE = Approver.of("alice");

    /** The number of threads of each kind, which the first word of the input determines: 100 in total. */
    static final Map<String, Integer> THREADS = new TreeMap<>(Map.of(
            "pay", 14, "wire", 10, "reserve", 6, "colour", 14, "size", 10, "soon", 8, "audit", 12, "file", 6, "inspect",
            6, "message", 14));

    final ClaimWork firstWork = new ClaimWork();
    final ClaimWork work = new ClaimWork();
    final ClaimDeskLoop first = new ClaimDeskLoop(new ClaimDesk(firstWork));
    final ClaimDeskNextLoop next = new ClaimDeskNextLoop(new ClaimDeskNext(work));
    final ClaimAuditLoop audit = new ClaimAuditLoop(new ClaimAudit());
    final RestateThreadStore store;
    final Runner firstRunner;
    final Runner runner;
    private final RestateServer server;
    private final String name;

    ClaimDeployment(RestateServer server, String name) {
        this.server = server;
        this.name = name;
        this.store = RestateThreadStore.of(server.ingress())
                .admin(server.admin())
                .service(name)
                .build();
        this.firstRunner = firstRunner(new ClaimModel("first"));
        this.runner = Runner.of(next, audit)
                .model(new ClaimModel("next"))
                .store(store)
                .build();
    }

    /** Returns a runner of the first release. */
    Runner firstRunner(Model model) {
        return Runner.of(first, audit).model(model).store(store).build();
    }

    /** Starts a service of a release. */
    RestateService service(Runner release, int port) {
        return RestateService.of(release).name(name).drainTime(Duration.ZERO).start(port);
    }

    static URI address(RestateService service) {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    static List<String> ids(String kind) {
        return IntStream.range(0, THREADS.get(kind))
                .mapToObj(i -> kind + "-" + i)
                .toList();
    }

    /** Starts the threads of kinds with the first release. */
    void start(String... kinds) {
        for (String kind : kinds) {
            ids(kind).parallelStream().forEach(id -> {
                AgentThread unused = firstRunner.start(id, kind);
            });
        }
    }

    /** Waits until all threads of kinds have a phase. */
    void await(Phase phase, String... kinds) throws InterruptedException {
        TreeSet<String> missing = new TreeSet<>();
        Polling.until(
                Polling.LIMIT,
                () -> {
                    missing.clear();
                    Map<String, ThreadEntry> entries = entries();
                    for (String kind : kinds) {
                        ids(kind).stream()
                                .filter(id -> !entries.containsKey(id)
                                        || entries.get(id).standing().phase() != phase)
                                .forEach(missing::add);
                    }
                    return missing.isEmpty();
                },
                () -> "The threads " + missing + " are not " + phase + ".");
    }

    /** Returns the entries of all threads of the agent, by id. */
    Map<String, ThreadEntry> entries() {
        Map<String, ThreadEntry> entries = new LinkedHashMap<>();
        for (ThreadEntry entry : store.threads(
                        ThreadQuery.all().agent(next.agent()).limit(1_000))
                .entries()) {
            entries.put(entry.id(), entry);
        }
        return entries;
    }

    /** Returns the ids of the threads that the new release cannot continue. */
    TreeSet<String> stranded() {
        TreeSet<String> stranded = new TreeSet<>();
        for (String id : entries().keySet()) {
            if (!Replay.stranded(next, store.load(id).orElseThrow()).isEmpty()) {
                stranded.add(id);
            }
        }
        return stranded;
    }

    /** Answers the question of a thread as a person does, with the new release. */
    void answer(String id) {
        String kind = id.substring(0, id.indexOf('-'));
        AgentThread unused = switch (kind) {
            case "pay" -> runner.approve(id, "c0", ALICE);
            case "colour" -> runner.reply(id, "c0", "\"red\"");
            case "message" -> runner.reply(id, "The first one.");
            case "audit" -> runner.approve(child(id), "s0", ALICE);
            case "file" -> runner.answer(id, "c0", ALICE, new Answer.Returned("\"filed\""));
            case "wire", "reserve", "size" ->
                runner.answer(id, "c0", ALICE, new Answer.Failed("The new release has another form of it."));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Returns the id of the child for which a thread waits. */
    String child(String id) {
        return store.load(id).orElseThrow().state().delegates().values().stream()
                .map(DelegateStarted::threadId)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the invocations of the objects in one of the states, with their errors. */
    List<Map<String, String>> invocations(String condition) throws InterruptedException {
        return server.sql("SELECT id, target, status, pinned_deployment_id, last_failure FROM sys_invocation"
                + " WHERE target_service_name = '" + name + "' AND " + condition);
    }

    /**
     * Waits until each invocation has ended or is scheduled. The index has the end of a thread before the invocation
     * that stored it ends.
     */
    void awaitEnds() throws InterruptedException {
        awaitNone("status NOT IN ('completed', 'scheduled')");
    }

    /** Waits until no invocation is in one of the states. */
    void awaitNone(String condition) throws InterruptedException {
        AtomicReference<List<Map<String, String>>> found = new AtomicReference<>(List.of());
        Polling.until(
                Polling.LIMIT,
                () -> {
                    found.set(invocations(condition));
                    return found.get().isEmpty();
                },
                () -> "There are invocations with " + condition + ": " + found + ".");
    }

    /** Waits until an invocation is in a state, and returns it. */
    Map<String, String> await(String condition) throws InterruptedException {
        AtomicReference<Map<String, String>> found = new AtomicReference<>(Map.of());
        Polling.until(
                Polling.LIMIT,
                () -> {
                    invocations(condition).forEach(found::set);
                    return !found.get().isEmpty();
                },
                () -> "There is no invocation with " + condition + ".");
        return found.get();
    }

    /** Sends an operator's command for an invocation. */
    void patch(String command) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.admin().resolve("/invocations/" + command))
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(command + ": " + response.statusCode() + " " + response.body());
        }
    }

    /** Lets waiting steps continue, also those of services that have ended. */
    @Override
    public void close() {
        firstWork.release();
        work.release();
    }
}
