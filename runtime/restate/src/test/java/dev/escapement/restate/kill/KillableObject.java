package dev.escapement.restate.kill;

import dev.restate.common.Slice;
import dev.restate.sdk.common.RetryPolicy;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerRunner;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.serde.Serde;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A virtual object whose process can end before and after each operation on the journal. */
final class KillableObject {

    private static final Set<String> OPERATIONS = Set.of("get", "set", "clearAll", "send", "call", "submitRun");

    private final KillPoints points;

    KillableObject(KillPoints points) {
        this.points = points;
    }

    /** Returns a definition with the points. */
    ServiceDefinition killable(ServiceDefinition object) {
        return ServiceDefinition.of(
                        object.getServiceName(),
                        object.getServiceType(),
                        object.getHandlers().stream().map(this::killable).toList())
                .configure(settings -> settings.enableLazyState(object.getEnableLazyState())
                        .inactivityTimeout(object.getInactivityTimeout())
                        .abortTimeout(object.getAbortTimeout())
                        .idempotencyRetention(object.getIdempotencyRetention())
                        .journalRetention(Duration.ZERO));
    }

    private <Q, R> HandlerDefinition<?, ?> killable(HandlerDefinition<Q, R> handler) {
        if (handler.getHandlerType() != HandlerType.EXCLUSIVE) {
            return handler; // it does not change the object
        }
        return HandlerDefinition.of(
                        handler.getName(),
                        handler.getHandlerType(),
                        handler.getRequestSerde(),
                        handler.getResponseSerde(),
                        killable(handler.getName(), handler.getRunner()))
                .configure(settings -> settings.invocationRetryPolicy(handler.getInvocationRetryPolicy()));
    }

    private <Q, R> HandlerRunner<Q, R> killable(String handler, HandlerRunner<Q, R> runner) {
        return new HandlerRunner<>() {
            @Override
            public CompletableFuture<Slice> run(
                    HandlerContext context,
                    Serde<Q> request,
                    Serde<R> response,
                    AtomicReference<Runnable> onClosedInvocationStreamHook) {
                return runner.run(killable(handler, context), request, response, onClosedInvocationStreamHook);
            }
        };
    }

    private HandlerContext killable(String handler, HandlerContext context) {
        return (HandlerContext) Proxy.newProxyInstance(
                KillableObject.class.getClassLoader(), new Class<?>[] {HandlerContext.class}, (proxy, method, args) -> {
                    if (!OPERATIONS.contains(method.getName())) {
                        return invoke(context, method, args);
                    }
                    String name = handler + "/" + method.getName();
                    points.pass(context.objectKey(), "before " + name);
                    if (method.getName().equals("submitRun")) {
                        args[1] = killable(context.objectKey(), handler, args[1]);
                    }
                    Object result = invoke(context, method, args);
                    points.pass(context.objectKey(), "after " + name);
                    return result;
                });
    }

    private static Object invoke(HandlerContext context, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(context, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked") // the second parameter of submitRun
    private Consumer<HandlerContext.RunCompleter> killable(String key, String handler, Object begun) {
        Consumer<HandlerContext.RunCompleter> original = (Consumer<HandlerContext.RunCompleter>) begun;
        return completer -> original.accept(new HandlerContext.RunCompleter() {
            @Override
            public void proposeSuccess(Slice result) {
                points.pass(key, "before " + handler + "/result");
                completer.proposeSuccess(result);
                points.pass(key, "after " + handler + "/result");
            }

            @Override
            public void proposeFailure(Throwable failure, RetryPolicy policy) {
                completer.proposeFailure(failure, policy);
            }
        });
    }
}
