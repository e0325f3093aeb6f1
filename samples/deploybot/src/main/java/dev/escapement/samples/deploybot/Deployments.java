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
 * A log of the deployments to each environment. Each environment has a file with a line for each deployment, which the
 * next start of the program reads. A deployment with a key that was used before is not repeated.
 *
 * <p>Initially, staging runs v1.4.1 and production runs v1.4.0.
 */
final class Deployments {

    /** A line in an environment's log file. It contains a tag, a commit and a key, separated by spaces. */
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

    /** Creates a log whose files are in a directory. The directory and the files are created if they do not exist. */
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
            throw new UncheckedIOException("Cannot write deployments to " + directory, e);
        }
    }

    /**
     * Deploys a commit and returns the deployment. If an earlier deployment has the same key, returns that one instead.
     */
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

    /** Returns the latest deployment to an environment. */
    Deployment current(Environment environment) {
        List<Deployment> all = history(environment);
        return all.get(all.size() - 1);
    }

    /** Returns the latest deployment of a tag to an environment, or empty if the tag was never deployed there. */
    Optional<Deployment> latest(Environment environment, String tag) {
        return history(environment).stream()
                .filter(deployment -> deployment.tag().equals(tag))
                .reduce((earlier, later) -> later);
    }

    /** Returns all deployments to an environment, oldest first. */
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
            throw new UncheckedIOException("Cannot read the deployments to " + environment.label(), e);
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
