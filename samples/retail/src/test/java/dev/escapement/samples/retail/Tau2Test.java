package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.samples.retail.shop.DatabaseCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the agent with recorded conversations of a published benchmark. */
class Tau2Test {

    private Tau2Data data;

    @BeforeEach
    void findTheData() {
        data = Tau2Data.orSkip();
    }

    @Test
    void recordedCallsGiveRecordedAnswersAndDatabase() throws IOException {
        Tau2Replay replay = new Tau2Replay(data.shop());
        List<Map<String, Object>> tasks = data.tasks();
        tasks.forEach(replay::play);
        System.out.println(replay.summary());
        assertEquals(data.header().get("tasks"), new PythonJson.Num(Integer.toString(tasks.size())));
        assertTrue(
                replay.differences().isEmpty(),
                () -> replay.differences().size() + " differences\n" + String.join("\n", replay.differences()));
    }

    @Test
    void theDatabaseBeforeAnyTaskHasTheRecordedHash() throws IOException {
        Object written = PythonJson.read(DatabaseCodec.INSTANCE.encode(data.shop()));
        assertEquals(data.header().get("initial_tau2_hash"), Tau2Data.hash(written));
    }

    /** The members of an order that the file omits if absent; a codec always writes them as null. */
    private static final List<String> LEFT_OUT = List.of(
            "cancel_reason",
            "exchange_items",
            "exchange_new_items",
            "exchange_payment_method_id",
            "exchange_price_difference",
            "return_items",
            "return_payment_method_id");

    /** Expects one difference: seven members of each order are null in the output and absent in the file. */
    @Test
    void databaseIsWrittenAsItWasRead() throws IOException {
        Map<String, Object> read = PythonJson.readObject(data.database());
        Map<String, Object> written = PythonJson.readObject(DatabaseCodec.INSTANCE.encode(data.shop()));
        for (Object order : PythonJson.object(written.get("orders")).values()) {
            for (String member : LEFT_OUT) {
                assertTrue(PythonJson.object(order).containsKey(member), member);
                assertNull(PythonJson.object(order).remove(member), member);
            }
        }
        // Compared as text, because maps do not compare the order of members.
        assertTrue(PythonJson.dumps(read).equals(PythonJson.dumps(written)), () -> firstDifference(read, written));
    }

    private static String firstDifference(Map<String, Object> expected, Map<String, Object> actual) {
        String left = PythonJson.dumps(expected);
        String right = PythonJson.dumps(actual);
        int at = 0;
        while (at < Math.min(left.length(), right.length()) && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return "at character " + at + "\n  expected: " + around(left, at) + "\n  actual:   " + around(right, at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100));
    }
}
