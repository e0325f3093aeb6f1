package dev.escapement.samples.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Tests of the start of the program. */
class MainTest {

    @Test
    void withoutArgumentsAConversationIsShown() throws Exception {
        String screen = run();
        assertTrue(screen.contains("before: #S1001 is PENDING"), screen);
        assertTrue(screen.contains("after:  #S1001 is CANCELLED"), screen);
    }

    @Test
    void whatItDoesNotKnowIsAnsweredWithAHelp() throws Exception {
        String screen = run("--talk");
        assertTrue(screen.contains("--chat"), screen);
    }

    private static String run(String... args) throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        System.setOut(new PrintStream(screen, true, UTF_8));
        try {
            Main.main(args);
        } finally {
            System.setOut(standard);
        }
        return screen.toString(UTF_8);
    }
}
