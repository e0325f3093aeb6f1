package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the end of the process between the row of a refund and the event of its step. */
class KilledRefundTest {

    @TempDir
    Path directory;

    @Test
    void killBetweenRowAndEventLeavesNeither() throws Exception {
        String output = runKilledDesk();

        assertTrue(output.contains("rows in the transaction: 1"), output);
        assertEquals(0, refunds());
        assertEquals(0, SupportDeskTest.receipts(directory, KilledDesk.THREAD));
    }

    @Test
    void nextStartPaysOnce() throws Exception {
        runKilledDesk();

        try (RunningDesk desk = RunningDesk.start(directory)) {
            desk.await("escapement/api/threads/" + KilledDesk.THREAD, "\"phase\":\"FINISHED\"");
            assertEquals(List.of("B-2002"), desk.refundedOrders());
        }
        assertEquals(1, SupportDeskTest.receipts(directory, KilledDesk.THREAD));
    }

    /** Runs the process until its end in the transaction, and returns its output. */
    private String runKilledDesk() throws Exception {
        Path log = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDesk.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "The process did not end.");
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(KilledDesk.EXIT_CODE, process.exitValue(), output);
        return output;
    }

    private int refunds() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(RunningDesk.DATABASE));
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select count(*) from refund")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
