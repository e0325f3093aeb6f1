package dev.escapement.samples.deploybot;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An in-memory repository of deployable releases.
 *
 * @param tags the tags, newest first
 */
record Repository(List<Tag> tags) {
    Repository {
        tags = List.copyOf(tags);
    }

    /** Returns a sample repository with four releases. */
    static Repository sample() {
        return new Repository(List.of(
                new Tag("v1.4.2", "9f2c1e7", LocalDate.of(2026, 11, 20)),
                new Tag("v1.4.1", "51d0b83", LocalDate.of(2026, 11, 6)),
                new Tag("v1.4.0", "c47aa90", LocalDate.of(2026, 10, 23)),
                new Tag("v1.3.9", "e80f35d", LocalDate.of(2026, 9, 30))));
    }

    Tag find(String name) throws UnknownTag {
        return tags.stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UnknownTag(name, tags.stream().map(Tag::name).collect(Collectors.joining(", "))));
    }
}
