package deploy;

import java.time.Instant;

/** A tag of the repository. */
public record GitTag(String name, Instant at) {}
