package dev.escapement.processor.schema;

import java.util.List;

/**
 * A schema lowered to a dialect, and the findings of the lowering.
 *
 * @param dialect the dialect
 * @param document the schema; unusable if anything is inexpressible
 * @param unsupportedKeywords the constraints that are stated in descriptions
 * @param inexpressible the elements that the dialect cannot express
 * @param exceededLimits the limits of a request that the tool alone exceeds
 * @param risks the elements that the dialect may reject
 * @param truncations the recursive types that are truncated
 */
public record LoweredSchema(
        SchemaDialect dialect,
        SchemaDocument document,
        List<UnsupportedKeyword> unsupportedKeywords,
        List<Inexpressible> inexpressible,
        List<LimitExceeded> exceededLimits,
        List<CompatibilityRisk> risks,
        List<TruncatedRecursion> truncations) {
    public LoweredSchema {
        unsupportedKeywords = List.copyOf(unsupportedKeywords);
        inexpressible = List.copyOf(inexpressible);
        exceededLimits = List.copyOf(exceededLimits);
        risks = List.copyOf(risks);
        truncations = List.copyOf(truncations);
    }

    /** Returns whether the dialect can express the type. */
    public boolean isPossible() {
        return inexpressible.isEmpty();
    }

    /**
     * Returns the schema as text.
     *
     * @throws IllegalStateException if the dialect cannot express the type
     */
    public SchemaText text() {
        if (!isPossible()) {
            throw new IllegalStateException("The schema cannot be expressed: " + inexpressible);
        }
        return SchemaPrinter.print(document);
    }
}
