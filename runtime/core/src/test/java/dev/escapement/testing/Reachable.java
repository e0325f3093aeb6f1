package dev.escapement.testing;

import dev.escapement.testing.ClassFacts.Kind;
import dev.escapement.testing.ClassFacts.Method;
import dev.escapement.testing.ClassFacts.Touch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods in a set of classes that a call of one method can reach, overestimated:
 *
 * <ul>
 *   <li>a call of a method can reach every override of it in these classes;
 *   <li>a lambda or a method reference runs where it is created;
 *   <li>a reference to a class initializes it and its supertypes;
 *   <li>a created object can be passed to other code (the JDK's, Jackson's), which can call all of its methods that
 *       override one from outside these classes.
 * </ul>
 *
 * <p>Methods outside these classes and reflective calls are not analysed.
 */
final class Reachable {

    /** A reachable method. */
    record Site(String owner, String member) {

        /** Returns {@code Class.method}. */
        @Override
        public String toString() {
            return owner + "." + member.substring(0, member.indexOf('('));
        }
    }

    /** A call, which occurs in many methods. */
    private record Call(String owner, String member, boolean dispatches) {}

    private final Map<String, ClassFacts> classes;
    private final Map<Site, List<Touch>> reached = new LinkedHashMap<>();
    private final Set<String> initialized = new LinkedHashSet<>();
    private final Set<String> created = new LinkedHashSet<>();
    private final Map<String, Set<String>> closures = new HashMap<>();
    private final Map<String, Set<String>> families = new HashMap<>();
    private final Set<Call> followed = new HashSet<>();
    private final Deque<Site> open = new ArrayDeque<>();

    private Reachable(Map<String, ClassFacts> classes) {
        this.classes = classes;
    }

    /**
     * Follows all calls.
     *
     * @param classes the classes by name
     * @param owner the class of the first method
     * @param name the first method; includes all overloads
     * @return the references of each reachable method, in the order of discovery
     */
    static Map<Site, List<Touch>> from(Map<String, ClassFacts> classes, String owner, String name) {
        Reachable reachable = new Reachable(classes);
        reachable.initialise(owner);
        for (String member : classes.get(owner).methods().keySet()) {
            if (member.startsWith(name + "(")) {
                reachable.reach(owner, member);
            }
        }
        if (reachable.open.isEmpty()) {
            throw new IllegalArgumentException(owner + " has no method " + name);
        }
        while (!reachable.open.isEmpty()) {
            reachable.follow(reachable.open.remove());
        }
        return reachable.reached;
    }

    private void reach(String owner, String member) {
        Site site = new Site(owner, member);
        if (!reached.containsKey(site)) {
            reached.put(site, classes.get(owner).methods().get(member).touches());
            open.add(site);
        }
    }

    private void follow(Site site) {
        for (Touch touch : reached.get(site)) {
            if (touch.isStatic()) {
                initialise(touch.owner());
            }
            if (touch.kind() == Kind.CREATES) {
                create(touch.owner());
            } else if (touch.kind() == Kind.CALLS) {
                call(touch);
            }
        }
    }

    private void initialise(String type) {
        ClassFacts facts = classes.get(type);
        if (facts != null && initialized.add(type)) {
            facts.supertypes().forEach(this::initialise);
            if (facts.methods().containsKey("<clinit>()V")) {
                reach(type, "<clinit>()V");
            }
        }
    }

    /**
     * Adds the methods of a created object that other code can call: those whose name one of its own types declares.
     */
    private void create(String type) {
        if (!classes.containsKey(type) || !created.add(type)) {
            return;
        }
        Set<String> foreign = new LinkedHashSet<>();
        for (String supertype : closure(type)) {
            if (!classes.containsKey(supertype)) {
                foreign.add(supertype);
            }
        }
        boolean onlyObject = foreign.stream().allMatch(List.of("java.lang.Object", "java.lang.Record")::contains);
        for (String owner : closure(type)) {
            ClassFacts facts = classes.get(owner);
            if (facts != null) {
                facts.methods().forEach((member, method) -> {
                    boolean ofObject = List.of(
                                    "toString()Ljava/lang/String;", "hashCode()I", "equals(Ljava/lang/Object;)Z")
                            .contains(member);
                    if (isInherited(member, method) && (ofObject || !onlyObject)) {
                        reach(owner, member);
                    }
                });
            }
        }
    }

    private static boolean isInherited(String member, Method method) {
        return !method.isStatic() && !method.isAbstract() && !member.startsWith("<");
    }

    private void call(Touch touch) {
        boolean dispatches = !touch.isStatic() && !touch.name().startsWith("<");
        Call call = new Call(touch.owner(), touch.member(), dispatches);
        if (followed.add(call)) {
            for (String owner : closure(call.owner())) { // in the class that declares it or a supertype
                declared(owner, call.member());
            }
            if (call.dispatches()) {
                family(call.owner()).forEach(owner -> declared(owner, call.member()));
            }
        }
    }

    private void declared(String owner, String member) {
        ClassFacts facts = classes.get(owner);
        if (facts != null && facts.methods().containsKey(member)) {
            reach(owner, member);
        }
    }

    /** Returns the types that can contain an override of a type's method: its subtypes and all their supertypes. */
    private Set<String> family(String type) {
        return families.computeIfAbsent(type, ignored -> {
            Set<String> family = new LinkedHashSet<>();
            for (String other : classes.keySet()) {
                if (closure(other).contains(type)) {
                    family.addAll(closure(other));
                }
            }
            return family;
        });
    }

    /** Returns a type and all its supertypes among these classes. */
    private Set<String> closure(String type) {
        Set<String> known = closures.get(type);
        if (known == null) {
            known = new LinkedHashSet<>(List.of(type));
            ClassFacts facts = classes.get(type);
            for (String supertype : facts == null ? List.<String>of() : facts.supertypes()) {
                known.addAll(closure(supertype));
            }
            closures.put(type, known);
        }
        return known;
    }
}
