package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomIdsTest {

    private static final int IDS = 1_000;
    private static final int RANDOM_VERSION = 4;
    private static final int RFC_VARIANT = 2;

    private final RandomIds ids = RandomIds.SHARED;

    @Test
    void idIsARandomUuid() {
        UUID id = UUID.fromString(ids.get());

        assertEquals(RANDOM_VERSION, id.version());
        assertEquals(RFC_VARIANT, id.variant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing", "/dev/null"})
    void idIsRandomWithoutADevice(String device) {
        RandomIds withoutDevice = new RandomIds(device);

        assertEquals(RANDOM_VERSION, UUID.fromString(withoutDevice.get()).version());
        assertEquals(RANDOM_VERSION, UUID.fromString(withoutDevice.get()).version());
    }

    @Test
    void idsDiffer() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < IDS; i++) {
            all.add(ids.get());
        }

        assertEquals(IDS, all.size());
    }
}
