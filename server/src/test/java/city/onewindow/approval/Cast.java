package city.onewindow.approval;

import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who acts in a random life: for every department two people a role, some with two, and its system. */
final class Cast {

    private static final List<Set<Role>> DESKS = List.of(
            Set.of(Role.REVIEWER),
            Set.of(Role.DECIDER),
            Set.of(Role.CERTIFIER),
            Set.of(Role.HEAD),
            Set.of(Role.REVIEWER, Role.HEAD),
            Set.of(Role.DECIDER, Role.CERTIFIER));

    private final Map<String, Actor> known = new ConcurrentHashMap<>();

    /** Who was last named as a stand-in, by department: whoever has such a colleague lets him do some of the work. */
    private final Map<String, Actor> standIns = new ConcurrentHashMap<>();

    Cast() {
        for (Actor window : List.of(SampleCases.CLERK, SampleCases.ISSUER, LifeActs.MANAGER)) {
            known.put(window.account(), window);
        }
    }

    /** @throws IllegalStateException if nobody of that name ever acted */
    Actor of(String account) {
        Actor actor = known.get(account);
        if (actor == null) {
            throw new IllegalStateException("Nobody is called " + account);
        }
        return actor;
    }

    Actor anybody(String department, Random random) {
        if (random.nextInt(8) == 0) {
            return system(department);
        }
        return person(department, DESKS.get(random.nextInt(DESKS.size())), random);
    }

    /** One who may do it, if it is done for the department. */
    Actor fit(Procedure.Edge edge, String department, Random random) {
        if (edge.roles().contains(Role.CLERK) && (edge.roles().size() == 1 || random.nextInt(3) == 0)) {
            return SampleCases.CLERK;
        }
        if (edge.roles().contains(Role.ISSUING_CLERK)) {
            return SampleCases.ISSUER;
        }
        if (edge.roles().contains(Role.MANAGER) && (edge.roles().size() == 1 || random.nextInt(3) == 0)) {
            return LifeActs.MANAGER;
        }
        Actor standIn = standIns.get(department);
        if (standIn != null && random.nextInt(3) == 0) {
            return standIn;
        }
        List<Set<Role>> desks = DESKS.stream()
                .filter(roles -> edge.roles().stream().anyMatch(roles::contains))
                .toList();
        return desks.isEmpty() || random.nextInt(10) == 0
                ? anybody(department, random)
                : person(department, desks.get(random.nextInt(desks.size())), random);
    }

    /** Who did it: if in a colleague's place, with that one's roles; whether he might, {@link LeaveOracle} asks. */
    Actor acting(HistoryEntry entry) {
        Actor own = of(entry.who());
        String absent = absent(entry);
        return absent == null
                ? own
                : new Actor(own.account(), own.name(), of(absent).roles(), own.department(), null);
    }

    /** Account of whom somebody stood in for; null if for nobody. In these lives all are called as their accounts. */
    static @Nullable String absent(HistoryEntry entry) {
        String name = entry.whoName();
        int from = name.indexOf("（代");
        return from < 0 ? null : name.substring(from + 2, name.length() - 1);
    }

    Actor anyPerson(String department, Random random) {
        return person(department, DESKS.get(random.nextInt(DESKS.size())), random);
    }

    void standsIn(String account) {
        Actor standIn = of(account);
        standIns.put(standIn.department(), standIn);
    }

    /** One who has just these roles. */
    Actor one(String department, Set<Role> roles, Random random) {
        return person(department, roles, random);
    }

    private Actor person(String department, Set<Role> roles, Random random) {
        String desk = roles.stream().sorted().map(Enum::name).reduce(department, (name, role) -> name + "-" + role);
        String account = desk + "-" + random.nextInt(2);
        return known.computeIfAbsent(account, name -> new Actor(name, name, roles, department, null));
    }

    private Actor system(String department) {
        return known.computeIfAbsent(
                department + "-system",
                name -> new Actor(
                        name,
                        name,
                        Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER),
                        department,
                        null,
                        AccountKind.SYSTEM));
    }
}
