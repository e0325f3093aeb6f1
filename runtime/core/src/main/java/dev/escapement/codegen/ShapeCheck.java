package dev.escapement.codegen;

import dev.escapement.json.JsonText;
import dev.escapement.json.StaleCodeError;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A check that generated code agrees with the generated code of other types. A class carries the fingerprint of the form
 * for which it was generated, and each class that was generated with that form in view compares it when it is
 * initialized. Used by one Java thread.
 */
public final class ShapeCheck {

    /** The classes that throw errors of the virtual machine on behalf of generated code. */
    private static final Set<String> HELPERS = Set.of(ConstantSet.class.getName(), ShapeCheck.class.getName());

    private static final String MATCH_EXCEPTION = "java.lang.MatchException"; // since Java 21

    private final String user;
    private String used = "a type that it uses";
    private String expected = "";

    /**
     * Creates a check for one generated class.
     *
     * @param user the name of the type for which the class was generated
     */
    public ShapeCheck(String user) {
        this.user = user;
    }

    /**
     * Begins the check of a type. {@link #requireShape} completes it.
     *
     * @param type the name of the type
     * @param fingerprint the fingerprint of the form that the generated class knows
     * @return this check
     */
    public ShapeCheck beginType(String type, String fingerprint) {
        used = type;
        expected = fingerprint;
        return this;
    }

    /**
     * Begins the check of the constants of an enum, which generated code reads.
     *
     * @param type the name of the enum
     */
    public void beginEnum(String type) {
        used = type;
    }

    /**
     * Begins the check of the methods of a toolkit. {@code requireMethod} follows for each method.
     *
     * @param type the name of the toolkit
     * @return this check
     */
    public ShapeCheck beginToolkit(String type) {
        used = type;
        return this;
    }

    /**
     * Checks that a toolkit has a method. The Java virtual machine checks this when it links the method reference.
     *
     * @param method a reference to the method
     * @param <T> the toolkit
     * @return this check
     */
    public <T> ShapeCheck requireMethod(Method0<T> method) {
        Objects.requireNonNull(method);
        return this;
    }

    /**
     * Checks that a toolkit has a method with one parameter.
     *
     * @param method a reference to the method
     * @param <T> the toolkit
     * @param <A> the parameter
     * @return this check
     */
    public <T, A> ShapeCheck requireMethod(Method1<T, A> method) {
        Objects.requireNonNull(method);
        return this;
    }

    /**
     * Checks that a toolkit has a method with two parameters.
     *
     * @param method a reference to the method
     * @param <T> the toolkit
     * @param <A> the first parameter
     * @param <B> the second parameter
     * @return this check
     */
    public <T, A, B> ShapeCheck requireMethod(Method2<T, A, B> method) {
        Objects.requireNonNull(method);
        return this;
    }

    /**
     * Begins the check of the {@code @Upcast} methods of a type. {@link #requireUpcast} follows for each method.
     *
     * @param type the name of the type
     * @return this check
     */
    public ShapeCheck beginUpcasts(String type) {
        used = type;
        return this;
    }

    /**
     * Checks that a type has an {@code @Upcast} method. The Java virtual machine checks this when it links the method
     * reference.
     *
     * @param method a reference to the method
     * @return this check
     */
    public ShapeCheck requireUpcast(UnaryOperator<JsonText> method) {
        Objects.requireNonNull(method);
        return this;
    }

    /**
     * Checks that the type has the form that the generated class knows.
     *
     * @param fingerprint the fingerprint in the generated class of the type
     * @throws StaleCodeError if it differs from the expected one
     */
    public void requireShape(String fingerprint) {
        if (!expected.equals(fingerprint)) {
            throw new StaleCodeError(user, used, null);
        }
    }

    /**
     * Returns the error to throw if a generated class of another type is missing or lacks its fingerprint, or if a type
     * lacks a method or a constant.
     *
     * @param failure the error of the virtual machine
     * @return the failure itself if it has another reason, for example one in the code of the enum
     */
    public LinkageError errorFor(LinkageError failure) {
        return isStale(failure) && !isIn(used, failure) ? new StaleCodeError(user, used, failure) : failure;
    }

    /** Returns whether the code of a type failed. */
    private static boolean isIn(String type, Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().replace('$', '.').equals(type);
    }

    /**
     * Returns the exception to throw for a value of a sealed interface that is not an instance of a known type.
     *
     * @param user the name of the type for which the class was generated
     * @param type the name of the interface
     * @param value the value
     * @return the exception for null
     * @throws StaleCodeError if the value is an instance of a type that generated code does not know
     */
    public static NullPointerException unexpectedValue(String user, String type, @Nullable Object value) {
        if (value != null) {
            throw new StaleCodeError(
                    user,
                    type,
                    new IncompatibleClassChangeError(
                            type + " also permits " + value.getClass().getName()));
        }
        return new NullPointerException(type + " expected, null found");
    }

    /**
     * Returns the error to throw if a codec failed, or null if its code is not stale. The failing code is that of the
     * first stack frame, except those of helpers. It is that of the codec, unless the code of a type that the codec reads
     * or writes failed, such as the constructor of a record.
     *
     * @param codec the innermost codec that was reading or writing
     * @param failure the failure
     */
    static @Nullable StaleCodeError staleCode(Object codec, Throwable failure) {
        StaleCodeError reported = StaleCodeError.of(failure);
        if (reported != null) {
            return reported;
        }
        String generated = topLevel(codec.getClass().getName());
        if (!isStale(failure) || !failingClass(failure, generated).equals(generated)) {
            return null;
        }
        String change = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new StaleCodeError(generated, "a type that it uses (" + change + ")", failure);
    }

    private static String failingClass(Throwable failure, String otherwise) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            String type = topLevel(frame.getClassName());
            if (!HELPERS.contains(type)) {
                return type;
            }
        }
        return otherwise;
    }

    private static String topLevel(String type) {
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }

    /**
     * Returns whether the virtual machine reports a class that has changed since the failing code was compiled. A class
     * that is missing because its initialization failed is not such a class.
     */
    private static boolean isStale(Throwable failure) {
        return !(failure instanceof StaleCodeError)
                && (failure instanceof IncompatibleClassChangeError
                        || (failure instanceof NoClassDefFoundError
                                && failure.getCause() instanceof ClassNotFoundException)
                        || failure.getClass().getName().equals(MATCH_EXCEPTION));
    }

    /**
     * A reference to a method without parameters.
     *
     * @param <T> the class that declares the method
     */
    @FunctionalInterface
    public interface Method0<T> {

        /**
         * Calls the method.
         *
         * @param target the instance
         * @throws Exception if the method throws it
         */
        void call(T target) throws Exception;
    }

    /**
     * A reference to a method with one parameter.
     *
     * @param <T> the class that declares the method
     * @param <A> the parameter
     */
    @FunctionalInterface
    public interface Method1<T, A> {

        /**
         * Calls the method.
         *
         * @param target the instance
         * @param first the argument
         * @throws Exception if the method throws it
         */
        void call(T target, A first) throws Exception;
    }

    /**
     * A reference to a method with two parameters.
     *
     * @param <T> the class that declares the method
     * @param <A> the first parameter
     * @param <B> the second parameter
     */
    @FunctionalInterface
    public interface Method2<T, A, B> {

        /**
         * Calls the method.
         *
         * @param target the instance
         * @param first the first argument
         * @param second the second argument
         * @throws Exception if the method throws it
         */
        void call(T target, A first, B second) throws Exception;
    }
}
