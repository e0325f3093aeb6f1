package dev.escapement.server.http;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadStore;
import dev.escapement.server.DecisionPolicy;
import java.time.Clock;
import java.util.Map;

/**
 * The parts of the application that the endpoints use.
 *
 * @param store the store of the threads
 * @param index the index of the same store
 * @param inbox an inbox with all loops
 * @param loops the loops by the name of their agents, in the order of their registration
 * @param runners the runners by the name of their first agent; threads of other agents cannot be started or forked
 * @param policy the permissions to decide
 * @param recorded called after an event was recorded, to wake the worker
 * @param clock the clock
 */
public record ServerContext(
        ThreadStore store,
        ThreadIndex index,
        ThreadInbox inbox,
        Map<String, AgentLoop> loops,
        Map<String, Runner> runners,
        DecisionPolicy policy,
        Runnable recorded,
        Clock clock) {}
