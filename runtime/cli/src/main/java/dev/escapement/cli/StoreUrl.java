package dev.escapement.cli;

import dev.escapement.jdbc.JdbcDialect;
import dev.escapement.run.FileThreadStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parsed URL of a store. Its text is not printed, because it may contain a password.
 *
 * @param kind the kind of store
 * @param location the path, or the URL of the database
 * @param variables the environment variables, which may contain the user and the password
 */
record StoreUrl(Kind kind, String location, Map<String, String> variables) {

    /** A kind of store. */
    enum Kind {
        FILES,
        SQLITE,
        POSTGRESQL
    }

    /** The sentence that lists the forms of URLs. */
    static final String FORMS =
            "A store is jdbc:sqlite:PATH, jdbc:postgresql://HOST/DATABASE, file:PATH or the path of a" + " folder.";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String FILE = "file:";

    /** The first bytes of a database. */
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** A scheme has at least two characters, so that a drive of Windows is not one. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    static StoreUrl parse(String url, Map<String, String> variables) {
        if (url.startsWith(SQLITE)) {
            return new StoreUrl(Kind.SQLITE, sqliteFile(url.substring(SQLITE.length())), variables);
        } else if (url.startsWith(POSTGRESQL)) {
            return new StoreUrl(Kind.POSTGRESQL, url, variables);
        } else if (url.startsWith(FILE)) {
            return new StoreUrl(Kind.FILES, url.substring(FILE.length()).replaceFirst("^///", "/"), variables);
        }
        var scheme = SCHEME.matcher(url);
        if (scheme.matches()) {
            String prefix = url.startsWith("jdbc:") ? "jdbc:" + url.substring(5).split("[:/]", 2)[0] : scheme.group(1);
            throw CommandException.usage("Stores with the scheme " + prefix + ": are not supported. " + FORMS);
        }
        return new StoreUrl(Kind.FILES, url, variables);
    }

    private static String sqliteFile(String file) {
        if (file.isBlank() || file.startsWith(":") || file.startsWith(FILE) || file.indexOf('?') >= 0) {
            throw CommandException.usage(
                    "The URL of SQLite must contain the path of a file and no options. Use jdbc:sqlite:threads.db.");
        }
        return file;
    }

    /** Returns the database; empty for files. */
    Optional<JdbcDialect> dialect() {
        return switch (kind) {
            case FILES -> Optional.empty();
            case SQLITE -> Optional.of(JdbcDialect.SQLITE);
            case POSTGRESQL -> Optional.of(JdbcDialect.POSTGRESQL);
        };
    }

    /** Returns whether the URL can be printed, because it does not contain options, which may be passwords. */
    boolean isPrintable() {
        return kind != Kind.POSTGRESQL || (location.indexOf('?') < 0 && location.indexOf('@') < 0);
    }

    /** Opens an existing store. */
    OpenStore open() {
        return switch (kind) {
            case FILES -> {
                requireType();
                yield files(requireExisting("folder"));
            }
            case SQLITE -> {
                requireType();
                yield JdbcOpener.sqlite(requireExisting("file"), false);
            }
            case POSTGRESQL -> JdbcOpener.postgres(location, variables, false);
        };
    }

    /** Opens a store, and creates or migrates it. */
    OpenStore migrate() {
        return switch (kind) {
            case FILES -> {
                requireType();
                yield files(path());
            }
            case SQLITE -> {
                requireType();
                yield JdbcOpener.sqlite(path(), true);
            }
            case POSTGRESQL -> JdbcOpener.postgres(location, variables, true);
        };
    }

    private static OpenStore files(Path folder) {
        return OpenStore.of(FileThreadStore.in(folder));
    }

    /** Rejects a file in place of a folder, a folder in place of a file, and a file of another type. */
    private void requireType() {
        Path path = path();
        if (kind == Kind.FILES && Files.isRegularFile(path)) {
            throw CommandException.store(
                    "The store " + location + " is a file, not a folder. For an SQLite database, use " + SQLITE
                            + location + "; otherwise, correct the path.");
        } else if (kind == Kind.SQLITE && Files.isDirectory(path)) {
            throw CommandException.store(
                    "The store " + location + " is a folder, not a database file. For a store in files," + " use "
                            + FILE + location + "; otherwise, correct the path.");
        } else if (kind == Kind.SQLITE && !mayBeDatabase(path)) {
            throw CommandException.store(
                    "The file " + location + " is not an SQLite database. Correct the path, or create a"
                            + " store in a new file with the command migrate.");
        }
    }

    /** Returns whether a file is empty or begins like a database of SQLite. A file that cannot be read is opened later. */
    private static boolean mayBeDatabase(Path file) {
        if (!Files.isRegularFile(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(DATABASE.length);
            return begin.length == 0 || Arrays.equals(begin, DATABASE);
        } catch (IOException e) {
            return true;
        }
    }

    private Path requireExisting(String type) {
        if (!Files.exists(path())) {
            throw CommandException.store("The " + type + " of the store does not exist: " + location
                    + ". Correct the path, or create the store with the command migrate.");
        }
        return path();
    }

    private Path path() {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw CommandException.usage("The path of the store is invalid: " + e.getReason() + ". " + FORMS);
        }
    }

    /** Returns the path, or the URL without its options; only the kind if the URL may contain a password. */
    @Override
    public String toString() {
        return switch (kind) {
            case FILES -> location;
            case SQLITE -> SQLITE + location;
            case POSTGRESQL -> location.indexOf('@') < 0 ? location.split("\\?", 2)[0] : "in PostgreSQL";
        };
    }
}
