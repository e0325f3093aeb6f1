package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.LockText;
import dev.escapement.internal.lock.LockComparison;
import dev.escapement.internal.lock.Successors;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.testkit.ThreadVerifier;
import dev.escapement.testkit.VerificationReport;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests the deployment of a new release while 100 threads wait for people or are executed. The deployment precedes the
 * tests, which check its results.
 */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestateReleaseTest {

    private static final String[] WAITING = {"pay", "wire", "reserve", "colour", "size", "audit", "message"};
    private static final String[] STRANDED = {"wire", "reserve", "size"};
    private static final String[] ANSWERED = {"pay", "colour", "audit", "message", "file"};

    /** The threads that the lock file calls stranded, before a person resolves them. */
    private Set<String> stranded = Set.of();

    private Map<String, ThreadEntry> before = Map.of();
    private Optional<VerificationReport> report = Optional.empty();

    private Set<String> locked = Set.of();
    private List<String> effects = List.of();
    private final Map<String, AgentThread> threads = new TreeMap<>();

    @BeforeAll
    void deploy(RestateServer server) throws Exception {
        try (ClaimDeployment claims = new ClaimDeployment(server, "Claims")) {
            int port;
            try (RestateService first = claims.service(claims.firstRunner, 0)) {
                port = first.port();
                first.register(server.admin(), ClaimDeployment.address(first));
                claims.start(WAITING);
                claims.start("file");
                awaitSteps(claims, "file");
                claims.await(Phase.WAITING, WAITING);
            }
            try (RestateService next = claims.service(claims.runner, 0)) {
                deploy(claims, server, port, next);
                resolve(claims);
            }
            effects = List.copyOf(claims.work.effects);
        }
    }

    /** Starts the rest of the threads with the first release, replaces it, and stops it when its invocations have ended. */
    private void deploy(ClaimDeployment claims, RestateServer server, int port, RestateService next) throws Exception {
        try (RestateService restarted = claims.service(claims.firstRunner, port)) {
            assertEquals(port, restarted.port());
            claims.await(Phase.WAITING, "file"); // their steps were interrupted by the restart
            claims.start("inspect");
            awaitSteps(claims, "inspect");
            claims.start("soon");
            claims.await(Phase.WAITING, "soon");
            String firstRelease = " AND pinned_deployment_id = '"
                    + claims.await("status = 'running'").get("pinned_deployment_id") + "'";
            next.register(server.admin(), ClaimDeployment.address(next));
            claims.await(Phase.FINISHED, "soon");
            claims.firstWork.release();
            claims.awaitNone("status NOT IN ('completed', 'scheduled')" + firstRelease);
        }
    }

    private static void awaitSteps(ClaimDeployment claims, String kind) throws InterruptedException {
        Polling.until(
                Polling.LIMIT,
                () -> Collections.frequency(claims.firstWork.waiting, kind) == ClaimDeployment.THREADS.get(kind),
                () -> "The steps do not start.");
    }

    private void resolve(ClaimDeployment claims) throws Exception {
        locked = LockComparison.strandedTools(LockText.of(claims.first), LockText.of(claims.next), Successors.NONE);
        before = claims.entries();
        stranded = claims.stranded();
        report = Optional.of(ThreadVerifier.of(claims.next, claims.audit).store(claims.store));
        ids(ANSWERED).parallel().forEach(claims::answer);
        ids(STRANDED).parallel().forEach(claims::answer);
        claims.await(Phase.FINISHED, ClaimDeployment.THREADS.keySet().toArray(new String[0]));
        for (String id : claims.entries().keySet()) {
            threads.put(id, claims.store.load(id).orElseThrow());
        }
        claims.awaitEnds();
    }

    private static Stream<String> ids(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> ClaimDeployment.ids(kind).stream());
    }

    private static Set<String> set(Stream<String> ids) {
        return ids.collect(TreeSet::new, Set::add, Set::addAll);
    }

    @Test
    void lockFileNamesTheStrandedTools() {
        assertEquals(Set.of("wire_claim", "reserve_claim", "ask_size"), locked);
    }

    @Test
    void hundredThreadsEnd() {
        assertEquals(100, threads.size());
    }

    @Test
    void strandedThreadsAreListed() {
        assertEquals(set(ids(STRANDED)), stranded);
    }

    @Test
    void strandedThreadsKeepTheirQuestions() {
        for (String id : stranded) {
            Standing standing = before.get(id).standing();
            assertEquals(Phase.WAITING, standing.phase(), id);
            assertEquals(1, standing.questions().size(), id);
        }
    }

    @Test
    void verifierReportsTheStrandedThreads() {
        assertEquals(set(ids(STRANDED)), report.orElseThrow().divergences().keySet());
        assertEquals(Map.of(), report.orElseThrow().problems());
    }

    @Test
    void threadsEndWithTheNewRelease() {
        List<String> others = new ArrayList<>();
        threads.forEach((id, thread) -> {
            if (!(thread.end().orElseThrow() instanceof Event.Finished end)
                    || !end.result().contains("next")) {
                others.add(id + " " + thread.end());
            }
        });
        assertEquals(List.of(), others);
    }

    @Test
    void threadsRecordTheUpdateOnce() {
        threads.forEach((id, thread) -> assertEquals(
                1,
                thread.events().stream()
                        .filter(event -> event instanceof AgentUpdated)
                        .count(),
                () -> id + " " + thread.events()));
    }

    @Test
    void approvedPaymentsOccurOnce() {
        assertEquals(Collections.nCopies(ClaimDeployment.THREADS.get("pay"), "pay one"), effects);
    }
}
