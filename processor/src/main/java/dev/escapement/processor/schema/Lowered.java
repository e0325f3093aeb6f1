package dev.escapement.processor.schema;

import java.util.List;

/**
 * A schema in a dialect, and what that took.
 *
 * @param dialect the dialect
 * @param document the schema; of no use if there are obstacles
 * @param losses what is said in words
 * @param obstacles what cannot be expressed
 * @param overruns limits of a request that the tool alone exceeds
 * @param doubts what the dialect may refuse
 * @param cuts what is shown to a certain depth only
 */
public record Lowered(
        SchemaDialect dialect,
        SchemaDocument document,
        List<Loss> losses,
        List<Obstacle> obstacles,
        List<Overrun> overruns,
        List<Doubt> doubts,
        List<Cut> cuts) {
    public Lowered {
        losses = List.copyOf(losses);
        obstacles = List.copyOf(obstacles);
        overruns = List.copyOf(overruns);
        doubts = List.copyOf(doubts);
        cuts = List.copyOf(cuts);
    }

    /** Whether the dialect can express the type. */
    public boolean isPossible() {
        return obstacles.isEmpty();
    }

    /**
     * The schema as text.
     *
     * @throws IllegalStateException if the dialect cannot express the type
     */
    public SchemaText text() {
        if (!isPossible()) {
            throw new IllegalStateException("there is no such schema: " + obstacles);
        }
        return SchemaPrinter.print(document);
    }
}
