package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the names of files. Stored threads have these names, so expected names may be added but not changed. */
class ThreadFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "t1, thread-t1.jsonl",
        "0190f2ab-7c1e_x, thread-0190f2ab-7c1e_x.jsonl",
        "A, thread-%41.jsonl",
        "con, thread-con.jsonl",
        "a/b, thread-a%2fb.jsonl",
        "a\\b, thread-a%5cb.jsonl",
        ".., thread-%2e%2e.jsonl",
        "%41, thread-%2541.jsonl",
        "ü, thread-%c3%bc.jsonl",
        "😀, thread-%f0%9f%98%80.jsonl",
        "' ', thread-%20.jsonl"
    })
    void theNameHasTheWholeIdInIt(String id, String name) {
        assertEquals(name, ThreadFileName.of(id));
        assertEquals(Optional.of(id), ThreadFileName.idOf(name));
        assertTrue(ThreadFileName.isOne(name) && ThreadFileName.tellsId(name));
    }

    @Test
    void anIdMayTakeUp200Bytes() {
        String id = "x".repeat(200);

        assertEquals("thread-" + id + ".jsonl", ThreadFileName.of(id));
    }

    @Test
    void aLongerIdIsCutAndHashed() {
        // printf 'x%.0s' $(seq 201) | iconv -t utf-16be | sha256sum
        assertEquals(
                "thread-" + "x".repeat(60) + ".d237b4245ae35158f4aeb723df924edbcd21822bcd52c881e4ab4aa06ab9eab0.jsonl",
                ThreadFileName.of("x".repeat(201)));
    }

    @Test
    void aLongerIdIsNotCutWithinAByte() {
        String name = ThreadFileName.of("xx" + "ü".repeat(100));

        assertEquals("thread-xx" + "%c3%bc".repeat(9) + "%c3", name.substring(0, name.indexOf('.')));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xD83D, 0xDE00})
    void anIdWithHalfASurrogatePairIsHashed(int half) {
        String name = ThreadFileName.of("a" + (char) half);

        assertEquals("thread-a%3f.".length() + 64 + ".jsonl".length(), name.length());
        assertFalse(ThreadFileName.tellsId(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread-A.jsonl",
                "thread-%4.jsonl",
                "thread-%4g.jsonl",
                "thread-%C3%BC.jsonl",
                "thread-%61.jsonl",
                "thread-%c3.jsonl",
                "thread-t1 (copy).jsonl",
                "thread-\u0140.jsonl",
                "thread-ü.jsonl"
            })
    void aNameThatNoIdHasTellsNone(String name) {
        assertEquals(Optional.empty(), ThreadFileName.idOf(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads.lock", "t1.jsonl", "thread-t1.jsonl.bak", "thread-t1.json", ""})
    void anotherFileIsNone(String name) {
        assertFalse(ThreadFileName.isOne(name));
    }

    @Test
    void idsHaveUniquePortableFileNames() {
        Random random = new Random(4);
        List<String> parts =
                List.of("a", "A", "%", "4", "1", ".", "/", "ü", "Ü", "😀", "\ud83d", "\ude00", "?", " ", "-");
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder id = new StringBuilder();
            for (int length = random.nextInt(random.nextInt(10) == 0 ? 120 : 5) + 1; length > 0; length--) {
                id.append(parts.get(random.nextInt(parts.size())));
            }
            String name = ThreadFileName.of(id.toString());
            String earlier = ids.put(name, id.toString());

            assertTrue(earlier == null || earlier.contentEquals(id), () -> "two ids have the name " + name);
            assertTrue(name.matches("thread-[a-z0-9_%.-]{1,200}\\.jsonl"), name);
            assertTrue(
                    !ThreadFileName.tellsId(name) || ThreadFileName.idOf(name).equals(Optional.of(id.toString())),
                    name);
        }
    }
}
