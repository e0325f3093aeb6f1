package dev.escapement.processor;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A wrapper of the processor that passes each file to a spy before the file is created. */
final class FilerSpyProcessor implements Processor {

    /** A callback that receives the name of a source file before it is created. It may throw. */
    @FunctionalInterface
    interface FilerSpy {
        void creating(String className, Element... originating) throws IOException;
    }

    private final Processor processor = new EscapementProcessor();
    private final UnaryOperator<Filer> filer;

    private FilerSpyProcessor(UnaryOperator<Filer> filer) {
        this.filer = filer;
    }

    FilerSpyProcessor(FilerSpy spy) {
        this(filer -> proxy(Filer.class, filer, (method, arguments) -> {
            if (method.getName().equals("createSourceFile")) {
                spy.creating(arguments[0].toString(), (Element[]) arguments[1]);
            }
            return method.invoke(filer, arguments);
        }));
    }

    /** Creates a wrapper that replaces the filer. */
    static FilerSpyProcessor around(UnaryOperator<Filer> filer) {
        return new FilerSpyProcessor(filer);
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        Filer replaced = filer.apply(environment.getFiler());
        processor.init(proxy(
                ProcessingEnvironment.class,
                environment,
                (method, arguments) ->
                        method.getName().equals("getFiler") ? replaced : method.invoke(environment, arguments)));
    }

    @FunctionalInterface
    private interface Handler {
        Object invoke(Method method, Object[] arguments) throws ReflectiveOperationException, IOException;
    }

    private static <T> T proxy(Class<T> type, T target, Handler handler) {
        InvocationHandler invocation = (proxy, method, arguments) -> {
            try {
                return handler.invoke(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, invocation));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return processor.getCompletions(element, annotation, member, userText);
    }
}
