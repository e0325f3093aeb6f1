package magazine;

/** A column. */
public record Column(String text) {}
