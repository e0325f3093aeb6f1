package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.json.Decoded;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.DatabaseCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The recorded data of the retail domain of tau2-bench, which is not part of this project. */
final class Tau2Data {

    /** The decoded databases, which are immutable, by their folders. */
    private static final Map<Path, Database> SHOPS = new ConcurrentHashMap<>();

    private final Path folder;

    private Tau2Data(Path folder) {
        this.folder = folder;
    }

    /** Returns the data, or aborts the test as skipped with a reason. */
    static Tau2Data orSkip() {
        String property = System.getProperty("tau2.dir", "");
        assumeTrue(!property.isEmpty(), "skipped: the system property tau2.dir names no folder");
        Path folder = Path.of(property).normalize();
        assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder + ", see property tau2.dir");
        return new Tau2Data(folder);
    }

    /** Returns the database before any task. */
    String database() throws IOException {
        return unzipped("db.json.gz");
    }

    /** Returns the decoded database. */
    Database shop() throws IOException {
        Database known = SHOPS.get(folder);
        if (known == null) {
            known = DatabaseCodec.INSTANCE
                    .decode(database())
                    .fold(
                            Decoded.Accepted::value,
                            rejected -> fail("The database was rejected: " + rejected.feedback()));
            SHOPS.put(folder, known);
        }
        return known;
    }

    /** Returns the common properties of all tasks. */
    Map<String, Object> header() throws IOException {
        return PythonJson.readObject(gold().get(0));
    }

    /** Returns the tasks, each with its steps and their observations. */
    List<Map<String, Object>> tasks() throws IOException {
        List<String> lines = gold();
        return lines.subList(1, lines.size()).stream()
                .map(PythonJson::readObject)
                .toList();
    }

    /** Returns the tools as OpenAI functions. */
    List<Object> tools() throws IOException {
        return PythonJson.array(PythonJson.read(Files.readString(folder.resolve("tools.json"))));
    }

    /** Returns the hash of a database: SHA-256, in hexadecimal, of its Python JSON with sorted keys. */
    static String hash(Object database) {
        try {
            byte[] text = PythonJson.dumpsSorted(database).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private List<String> gold() throws IOException {
        return unzipped("gold.jsonl.gz").lines().toList();
    }

    private String unzipped(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
