package dev.escapement.processor.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.lock.LockSchema;
import dev.escapement.internal.lock.SchemaChange;
import dev.escapement.internal.lock.SchemaInclusion;
import dev.escapement.internal.tree.JsonValue;
import dev.escapement.processor.functional.SchemaOracle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the inclusion of random schemas with an independent validator of random values. */
class SchemaInclusionDifferentialTest {

    private static final int PAIRS = Integer.getInteger("escapement.schema.pairs", 600);
    private static final int VALUES = 40;

    @Test
    void includedSchemasAcceptAllEarlierValues() {
        int included = 0;
        int refuted = 0;
        int excluded = 0;
        int values = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            RandomSchemas schemas = new RandomSchemas(random);
            JsonValue.Members first = schemas.document();
            JsonValue.Members second = seed % 10 == 0 ? schemas.document() : schemas.changed(first);
            boolean forward = random.nextBoolean();
            JsonValue.Members old = forward ? first : second;
            JsonValue.Members current = forward ? second : first;
            List<SchemaChange> changes =
                    SchemaInclusion.changes(LockSchema.of(old.json()), LockSchema.of(current.json()), false);
            SchemaOracle oldOracle = new SchemaOracle(old.json());
            SchemaOracle currentOracle = new SchemaOracle(current.json());
            String witness = "";
            for (int i = 0; i < (changes.isEmpty() ? VALUES : 4 * VALUES) && witness.isEmpty(); i++) {
                String value = new RandomInstances(random, i % 4 == 3 ? current : old).value();
                if (oldOracle.accepts(value)) {
                    values++;
                    witness = currentOracle.accepts(value) ? "" : value;
                }
            }
            if (changes.isEmpty()) {
                assertEquals("", witness, "seed " + seed + "\n" + old.json() + "\n" + current.json());
                included++;
            } else {
                excluded++;
                refuted += witness.isEmpty() ? 0 : 1;
            }
        }
        assertTrue(included > PAIRS / 5, "included: " + included);
        assertTrue(values > 10 * PAIRS, "values: " + values);
        assertTrue(refuted > excluded * MIN_REFUTED, "refuted: " + refuted + " of " + excluded);
    }

    /** The share of excluded pairs for which a random value must refute the inclusion. */
    private static final double MIN_REFUTED = 0.6;

    @Test
    void everySchemaIncludesItself() {
        for (int seed = 0; seed < PAIRS; seed++) {
            LockSchema schema =
                    LockSchema.of(new RandomSchemas(new Random(seed)).document().json());

            assertEquals(List.of(), SchemaInclusion.changes(schema, schema, false), "seed " + seed);
        }
    }
}
