package dev.escapement.spring.web;

import dev.escapement.server.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The mapping of authorities to roles. Immutable. */
final class AuthorityRoles {
    private final Map<Role, Set<String>> authorities = new EnumMap<>(Role.class);

    AuthorityRoles(AgentServerProperties.Roles roles) {
        for (Role role : Role.values()) {
            authorities.put(role, authorities(roles, role));
        }
    }

    private static Set<String> authorities(AgentServerProperties.Roles roles, Role role) {
        return switch (role) {
            case READER -> roles.read();
            case STARTER -> roles.start();
            case APPROVER -> roles.approve();
            case OPERATOR -> roles.operate();
            case DRIVER -> roles.drive();
        };
    }

    /** {@return the roles that at least one of the authorities permits} */
    Set<Role> roles(Collection<String> granted) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        authorities.forEach((role, permitting) -> {
            if (!Collections.disjoint(permitting, granted)) {
                roles.add(role);
            }
        });
        return roles;
    }
}
