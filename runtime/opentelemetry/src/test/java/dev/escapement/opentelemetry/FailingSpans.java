package dev.escapement.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** A proxy of a tracer's spans on which setting a certain attribute fails. */
record FailingSpans(Object real, AttributeKey<?> attribute) implements InvocationHandler {

    static Tracer of(Tracer tracer, AttributeKey<?> attribute) {
        return name -> fragile(SpanBuilder.class, tracer.spanBuilder(name), attribute);
    }

    private static <T> T fragile(Class<T> type, T real, AttributeKey<?> attribute) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new FailingSpans(real, attribute)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (real instanceof Span && arguments != null && List.of(arguments).contains(attribute)) {
            throw new IllegalStateException("no such attribute");
        }
        Object result = method.invoke(real, arguments);
        if (result == real) {
            return proxy;
        }
        return method.getReturnType() == Span.class ? fragile(Span.class, (Span) result, attribute) : result;
    }
}
