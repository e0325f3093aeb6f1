package dev.escapement.restate.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void portsDiffer() {
        Set<Integer> ports = new HashSet<>();
        for (int count = 0; count < 2 * LoopbackPorts.BLOCK; count++) {
            ports.add(LoopbackPorts.next());
        }

        assertEquals(2 * LoopbackPorts.BLOCK, ports.size());
    }

    @Test
    void portsAreNotEphemeral() {
        assertTrue(LoopbackPorts.next() < 32_768);
    }

    @Test
    void blockIsLockedForOtherJvms() throws Exception {
        int port = LoopbackPorts.next();
        String block = String.valueOf(port - port % LoopbackPorts.BLOCK);
        try (ServiceProcess process = ServiceProcess.start(Program.class, Map.of(), List.of(block), "LOCKED ")) {
            assertEquals("false", process.readyText());
        }
    }

    /** A program that tries to lock a block. */
    static final class Program {

        public static void main(String[] args) {
            System.out.println("LOCKED " + LoopbackPorts.lock(Integer.parseInt(args[0])));
        }
    }
}
