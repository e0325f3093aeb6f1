package dev.escapement.testing;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Uses of reflection that {@link BytecodeRulesTest} must find, and similar code that it must not report. */
final class PlantedReflection {

    private PlantedReflection() {}

    interface Finder {
        Class<?> find(String name) throws ClassNotFoundException;
    }

    static final class ForName {
        Object planted() throws ClassNotFoundException {
            return Class.forName("java.lang.String");
        }
    }

    static final class ForNameByReference {
        Finder planted() {
            return Class::forName;
        }
    }

    static final class Loader {
        Object planted(ClassLoader loader) throws ClassNotFoundException {
            return loader.loadClass("java.lang.String");
        }
    }

    static final class Methods {
        int planted() {
            return String.class.getMethods().length;
        }
    }

    static final class Handles {
        Object planted() {
            return MethodHandles.lookup();
        }
    }

    static final class Proxies {
        Object planted(InvocationHandler handler) {
            return Proxy.newProxyInstance(null, new Class<?>[0], handler);
        }
    }

    static final class HiddenInASignature {
        List<InvocationHandler> planted;
    }

    static final class Services {
        Object planted() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    record Harmless(String name, Effect effect) {

        enum Effect {
            READ,
            WRITE
        }

        Supplier<String> planted() {
            String kind = switch (effect) {
                case READ -> "reads";
                case WRITE -> Harmless.class.getSimpleName();
            };
            Supplier<String> reference = this::toString;
            return () -> name + " " + kind + reference.get();
        }
    }
}
