package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import dev.restate.common.Slice;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerRunner;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.serde.Serde;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a kill of an execution whose connection has not transferred the start of a step yet. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@Timeout(120)
class StepStartKillTest {

    private static final String NAME = "KilledStart";

    private final AtomicBoolean held = new AtomicBoolean();

    /** Starts a service whose connection holds its bytes back from the first start of a step on. */
    private ServiceEndpoint start(ClaimDeployment claims, HeldConnections connections) {
        Endpoint.Builder endpoint = Endpoint.builder();
        RestateService.Builder service = RestateService.of(claims.firstRunner).name(NAME);
        service.definitions().forEach(object -> endpoint.bind(holding(object, connections)));
        return ServiceEndpoint.start(endpoint.build(), InetAddress.getLoopbackAddress(), 0, new Invocations());
    }

    private ServiceDefinition holding(ServiceDefinition object, HeldConnections connections) {
        return ServiceDefinition.of(
                object.getServiceName(),
                object.getServiceType(),
                object.getHandlers().stream()
                        .<HandlerDefinition<?, ?>>map(handler -> holding(handler, connections))
                        .toList());
    }

    private <Q, R> HandlerDefinition<?, ?> holding(HandlerDefinition<Q, R> handler, HeldConnections connections) {
        HandlerRunner<Q, R> runner = handler.getRunner();
        HandlerRunner<Q, R> holding = new HandlerRunner<>() {
            @Override
            public CompletableFuture<Slice> run(
                    HandlerContext context,
                    Serde<Q> request,
                    Serde<R> response,
                    AtomicReference<Runnable> onClosedInvocationStreamHook) {
                return runner.run(holding(context, connections), request, response, onClosedInvocationStreamHook);
            }
        };
        return HandlerDefinition.of(
                handler.getName(),
                handler.getHandlerType(),
                handler.getRequestSerde(),
                handler.getResponseSerde(),
                holding);
    }

    private HandlerContext holding(HandlerContext context, HeldConnections connections) {
        return (HandlerContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HandlerContext.class}, (proxy, method, args) -> {
                    if (method.getName().equals("set")
                            && ObjectJournal.text((Slice) args[1]).contains("step_started")
                            && held.compareAndSet(false, true)) {
                        connections.hold();
                    }
                    try {
                        return method.invoke(context, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void killedDestructiveStepRunsOnceAfterResume(RestateServer server) throws Exception {
        try (ClaimDeployment claims = new ClaimDeployment(server, NAME);
                HeldConnections connections = new HeldConnections()) {
            ServiceEndpoint service = start(claims, connections);
            try {
                server.register(connections.start(service.port()));
                AgentThread unused = claims.firstRunner.start("t1", "file");
                Polling.until(Polling.LIMIT, held::get, () -> "The step does not start.");
                String id = claims.await("target_handler_name = 'drive' AND status = 'running'")
                        .get("id");
                claims.patch(id + "/kill");
                claims.awaitNone("status <> 'completed'");
                connections.cut();
                claims.firstWork.release();
                AgentThread resumed = claims.firstRunner.resume("t1");
                ThreadEntry rest =
                        claims.store.awaitRest("t1", Duration.ofMinutes(1)).orElseThrow();

                assertTrue(resumed.events().size() < rest.size());
                assertEquals(Phase.FINISHED, rest.standing().phase());
                assertEquals(List.of("file"), claims.firstWork.waiting);
            } finally {
                service.close(Duration.ZERO);
            }
        }
    }
}
