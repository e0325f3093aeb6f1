package dev.escapement.restate.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.restate.kill.StepKills.Shipment;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a destructive step never runs twice if its process ends at any point of its execution, and that a person
 * decides exactly if its outcome is unknown.
 */
@ExtendWith(RestateExtension.class)
class StepKillTest {

    private static final int POINTS = 50;
    private static final int POINTS_BEFORE = 18;
    private static final String RESULT = "before drive/result#";
    private static final String STARTED = "stored STEP_STARTED#1";
    private static final String BEGIN = "begin of the DESTRUCTIVE step#1";
    private static final String EFFECT = "effect of the DESTRUCTIVE step#1";
    private static final String RETURN = "return of the DESTRUCTIVE step#1";
    private static final String RETURNED = "stored STEP_RETURNED#1";

    @TempDir
    private Path directory;

    @Test
    @Tag("restate")
    void destructiveStepRunsOnce(RestateServer server) throws Exception {
        try (StepKills kills = StepKills.start(server, directory.resolve("effects"))) {
            List<String> ids = ids("short-", 5);
            kills.order(ids);
            List<String> points = kills.points(ids.get(5));
            int outcome = next(points, RESULT, points.indexOf(RETURN));

            verify(
                    points,
                    kills.kill(ids, List.of(resultOfStart(points), BEGIN, EFFECT, RETURN, points.get(outcome + 1))));
        }
    }

    @Test
    @Tag("cluster")
    void destructiveStepRunsOnceAtEachPoint(RestateServer server) throws Exception {
        try (StepKills kills = StepKills.start(server, directory.resolve("effects"))) {
            List<String> ids = ids("full-", POINTS);
            kills.order(ids);
            List<String> points = kills.points(ids.get(POINTS));
            List<String> selected = selected(points);
            assertEquals(POINTS, selected.size(), points.toString());

            verify(points, kills.kill(ids, selected));
        }
    }

    private static List<String> ids(String prefix, int last) {
        return IntStream.rangeClosed(0, last).mapToObj(i -> prefix + i).toList();
    }

    /** Returns the points that follow those shortly before the start of the step. */
    private static List<String> selected(List<String> points) {
        int first = Math.max(0, Math.min(points.indexOf(STARTED) - POINTS_BEFORE, points.size() - POINTS));
        return points.subList(first, Math.min(first + POINTS, points.size()));
    }

    /**
     * Returns the point before the start of the step was sent to Restate. Another result follows before the step, which
     * proves that the start is stored.
     */
    private static String resultOfStart(List<String> points) {
        List<String> results = points.subList(0, points.indexOf(STARTED)).stream()
                .filter(point -> point.startsWith(RESULT))
                .toList();
        return results.get(results.size() - 2);
    }

    private static int next(List<String> points, String prefix, int from) {
        return IntStream.range(from, points.size())
                .filter(i -> points.get(i).startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private static void verify(List<String> points, List<Shipment> shipments) {
        List<String> violations = new ArrayList<>();
        for (Shipment shipment : shipments) {
            System.out.println(shipment);
            if (!isAllowed(points, shipment)) {
                violations.add(shipment.toString());
            }
        }
        System.out.println(shipments.size() + " kills, "
                + shipments.stream().filter(Shipment::asked).count() + " decisions");
        assertEquals(List.of(), violations);
    }

    /** Returns whether a person had to decide exactly if the start is stored, and the outcome is not. */
    private static boolean isAllowed(List<String> points, Shipment shipment) {
        int killed = points.indexOf(shipment.point());
        int start = points.indexOf(resultOfStart(points));
        int started = points.indexOf(STARTED);
        int outcome = next(points, RESULT, points.indexOf(RETURN));
        int returned = points.indexOf(RETURNED);
        if (killed <= start || killed >= returned) {
            return !shipment.asked() && shipment.effects() == 1;
        } else if (killed < started) { // whether the start was sent is not known
            return shipment.effects() == (shipment.asked() ? 0 : 1);
        } else if (killed <= outcome) {
            return shipment.asked() && shipment.effects() == (killed < points.indexOf(EFFECT) ? 0 : 1);
        }
        return shipment.effects() == 1; // whether the outcome was sent is not known
    }
}
