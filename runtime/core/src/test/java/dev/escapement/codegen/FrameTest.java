package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void aPathHasTheNamesAndIndexesFromTheRootOn() {
        Frame root = new Frame(null);
        Frame object = root.object(PropertySet.required("items"), 0);
        object.moveTo("items");
        Frame array = object.array(0, false);
        array.moveToNextElement(0);
        array.moveToNextElement(0);
        Frame map = array.map(0);
        map.moveTo("k");

        assertEquals("$.items[1].k", map.path());
    }

    @Test
    void aFrameIsCleanWhenItIsUsedAgain() {
        Frame root = new Frame(null);
        root.object(PropertySet.required("a"), 0).moveTo("a");

        assertEquals("$", root.array(0, false).path());
    }

    @Test
    void theRootCannotBeLeft() {
        assertThrows(IllegalStateException.class, () -> new Frame(null).outer());
    }

    @Test
    void aSetOfPropertiesHasEachNameOnce() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PropertySet.required("a", "b").optional("a"));
    }
}
