package dev.escapement.samples.deploybot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The deployments to each environment: a file for each, with a line for each deployment, so that the next start of the
 * program finds them. A deployment under a key that was used before is not made again.
 *
 * <p>At first v1.4.1 runs on staging and v1.4.0 in production.
 */
final class Deployments {

    /** A line of a file: tag, commit and key, with blanks between them. */
    private record Line(String tag, String commit, String key) {

        static Line parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Line(parts[0], parts[1], parts[2]);
        }

        String text() {
            return tag + " " + commit + " " + key + "\n";
        }
    }

    private final Path directory;

    /** The environments that are kept in a directory, which is made if it does not exist. */
    Deployments(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file(Environment.STAGING))) {
                add(Environment.STAGING, new Line("v1.4.1", "51d0b83", "from-before"));
            }
            if (!Files.exists(file(Environment.PRODUCTION))) {
                add(Environment.PRODUCTION, new Line("v1.4.0", "c47aa90", "from-before"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep deployments in " + directory, e);
        }
    }

    /** Deploys a commit, unless something was deployed under this key before; then that is given again. */
    synchronized Deployment deploy(Environment environment, String tag, String commit, String key) {
        for (Line line : lines(environment)) {
            if (line.key().equals(key)) {
                return new Deployment(environment, line.tag(), line.commit());
            }
        }
        try {
            add(environment, new Line(tag, commit, key));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deploy to " + environment.label(), e);
        }
        return new Deployment(environment, tag, commit);
    }

    /** The deployment that runs in an environment now. */
    Deployment current(Environment environment) {
        List<Deployment> all = history(environment);
        return all.get(all.size() - 1);
    }

    /** When a tag was deployed last; empty if it never was. */
    Optional<Deployment> latest(Environment environment, String tag) {
        return history(environment).stream()
                .filter(deployment -> deployment.tag().equals(tag))
                .reduce((earlier, later) -> later);
    }

    /** All deployments to an environment, oldest first. */
    List<Deployment> history(Environment environment) {
        List<Deployment> history = new ArrayList<>();
        for (Line line : lines(environment)) {
            history.add(new Deployment(environment, line.tag(), line.commit()));
        }
        return history;
    }

    private List<Line> lines(Environment environment) {
        try {
            return Files.readAllLines(file(environment)).stream()
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot see what runs on " + environment.label(), e);
        }
    }

    private void add(Environment environment, Line line) throws IOException {
        Files.writeString(
                file(environment),
                line.text(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private Path file(Environment environment) {
        return directory.resolve(environment.label() + ".log");
    }
}
