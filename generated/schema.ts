export interface paths {
    "/api/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Applications
         * @description Enumerates apps added to your organization with pagination. A subset of apps can be returned that match a supported filter expression or query.
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * Add Application
         * @description Adds a new application to your Okta organization.
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Application
         * @description Fetches an application from your Okta organization by `id`.
         */
        get: operations["getApplication"];
        /**
         * Update Application
         * @description Updates an application in your organization.
         */
        put: operations["updateApplication"];
        post?: never;
        /**
         * Delete Application
         * @description Removes an inactive application.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/connections/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the default Provisioning Connection for an application.
         * @description Get default Provisioning Connection for application
         */
        get: operations["getDefaultProvisioningConnectionForApplication"];
        put?: never;
        /**
         * Sets the default Provisioning Connection for an application.
         * @description Set default Provisioning Connection for application
         */
        post: operations["setDefaultProvisioningConnectionForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/connections/default/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate default Provisioning Connection for application
         * @description Activates the default Provisioning Connection for an application.
         */
        post: operations["activateDefaultProvisioningConnectionForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/connections/default/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate default Provisioning Connection for application
         * @description Deactivates the default Provisioning Connection for an application.
         */
        post: operations["deactivateDefaultProvisioningConnectionForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/csrs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Certificate Signing Requests for Application
         * @description Enumerates Certificate Signing Requests for an application
         */
        get: operations["listCsrsForApplication"];
        put?: never;
        /**
         * Generate Certificate Signing Request for Application
         * @description Generates a new key pair and returns the Certificate Signing Request for it.
         */
        post: operations["generateCsrForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/csrs/{csrId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCsrForApplication"];
        put?: never;
        post?: never;
        delete: operations["revokeCsrFromApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/csrs/{csrId}/lifecycle/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishCertForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Key Credentials for Application
         * @description Enumerates key credentials for an application
         */
        get: operations["listApplicationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Key Credential for Application
         * @description Gets a specific application key credential by kid
         */
        get: operations["getApplicationKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/keys/{keyId}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clone Application Key Credential
         * @description Clones a X.509 certificate for an application key credential from a source application to target application.
         */
        post: operations["cloneApplicationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/keys/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Generates a new X.509 certificate for an application key credential */
        post: operations["generateApplicationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List client secrets
         * @description Enumerates the client's collection of secrets
         */
        get: operations["listClientSecretsForApplication"];
        put?: never;
        /**
         * Add new client secret
         * @description Adds a new secret to the client's collection of secrets.
         */
        post: operations["createNewClientSecretForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/secrets/{secretId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get client secret
         * @description Gets a specific client secret by secretId
         */
        get: operations["getClientSecretForApplication"];
        put?: never;
        post?: never;
        delete: operations["deleteClientSecretForApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/secrets/{secretId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a client secret
         * @description Activates a specific client secret by secretId
         */
        post: operations["activateClientSecretForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/credentials/secrets/{secretId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a client secret
         * @description Deactivates a specific client secret by secretId
         */
        post: operations["deactivateClientSecretForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the Feature objects for an application.
         * @description List Features for application
         */
        get: operations["listFeaturesForApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/features/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches a Feature object for an application.
         * @description Fetches a Feature object for an application.
         */
        get: operations["getFeatureForApplication"];
        /**
         * Updates a Feature object for an application.
         * @description Updates a Feature object for an application.
         */
        put: operations["updateFeatureForApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all scope consent grants for the application */
        get: operations["listScopeConsentGrants"];
        put?: never;
        /** @description Grants consent for the application to request an OAuth 2.0 Okta scope */
        post: operations["grantConsentToScope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fetches a single scope consent grant for the application */
        get: operations["getScopeConsentGrant"];
        put?: never;
        post?: never;
        /** @description Revokes permission for the application to request the given scope */
        delete: operations["revokeScopeConsentGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups Assigned to Application
         * @description Enumerates group assignments for an application.
         */
        get: operations["listApplicationGroupAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Assigned Group for Application
         * @description Fetches an application group assignment
         */
        get: operations["getApplicationGroupAssignment"];
        /**
         * Assign Group to Application
         * @description Assigns a group to an application
         */
        put: operations["createApplicationGroupAssignment"];
        post?: never;
        /**
         * Remove Group from Application
         * @description Removes a group assignment from an application.
         */
        delete: operations["deleteApplicationGroupAssignment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Application
         * @description Activates an inactive application.
         */
        post: operations["activateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate Application
         * @description Deactivates an active application.
         */
        post: operations["deactivateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The file must be in PNG, JPG, or GIF format, and less than 1 MB in size. For best results use landscape orientation, a transparent background, and a minimum size of 420px by 120px to prevent upscaling.
         * @description Update the logo for an application.
         */
        post: operations["uploadApplicationLogo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update application policy
         * @description Assign an application to a specific policy. This unassigns the application from its currently assigned policy.
         */
        put: operations["updateApplicationPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all tokens for the application */
        get: operations["listOAuth2TokensForApplication"];
        put?: never;
        post?: never;
        /** @description Revokes all tokens for the specified application */
        delete: operations["revokeOAuth2TokensForApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a token for the specified application */
        get: operations["getOAuth2TokenForApplication"];
        put?: never;
        post?: never;
        /** @description Revokes the specified token for the specified application */
        delete: operations["revokeOAuth2TokenForApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users Assigned to Application
         * @description Enumerates all assigned [application users](#application-user-model) for an application.
         */
        get: operations["listApplicationUsers"];
        put?: never;
        /**
         * Assign User to Application for SSO & Provisioning
         * @description Assigns an user to an application with [credentials](#application-user-credentials-object) and an app-specific [profile](#application-user-profile-object). Profile mappings defined for the application are first applied before applying any profile properties specified in the request.
         */
        post: operations["assignUserToApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Assigned User for Application
         * @description Fetches a specific user assignment for application by `id`.
         */
        get: operations["getApplicationUser"];
        put?: never;
        /**
         * Update Application Profile for Assigned User
         * @description Updates a user's profile for an application
         */
        post: operations["updateApplicationUser"];
        /**
         * Remove User from Application
         * @description Removes an assignment for a user from an application.
         */
        delete: operations["deleteApplicationUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists all available Authenticators
         * @description List Authenticators
         */
        get: operations["listAuthenticators"];
        put?: never;
        /**
         * Create an Authenticator
         * @description Create Authenticator
         */
        post: operations["createAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticators/{authenticatorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getAuthenticator"];
        /**
         * Update Authenticator
         * @description Updates an authenticator
         */
        put: operations["updateAuthenticator"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticators/{authenticatorId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["activateAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticators/{authenticatorId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["deactivateAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listAuthorizationServers"];
        put?: never;
        /** @description Success */
        post: operations["createAuthorizationServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getAuthorizationServer"];
        /** @description Success */
        put: operations["updateAuthorizationServer"];
        post?: never;
        /** @description Success */
        delete: operations["deleteAuthorizationServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listOAuth2Claims"];
        put?: never;
        /** @description Success */
        post: operations["createOAuth2Claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getOAuth2Claim"];
        /** @description Success */
        put: operations["updateOAuth2Claim"];
        post?: never;
        /** @description Success */
        delete: operations["deleteOAuth2Claim"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listOAuth2ClientsForAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/clients/{clientId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listRefreshTokensForAuthorizationServerAndClient"];
        put?: never;
        post?: never;
        /** @description Success */
        delete: operations["revokeRefreshTokensForAuthorizationServerAndClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/clients/{clientId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getRefreshTokenForAuthorizationServerAndClient"];
        put?: never;
        post?: never;
        /** @description Success */
        delete: operations["revokeRefreshTokenForAuthorizationServerAndClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/credentials/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listAuthorizationServerKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/credentials/lifecycle/keyRotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["rotateAuthorizationServerKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["activateAuthorizationServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["deactivateAuthorizationServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listAuthorizationServerPolicies"];
        put?: never;
        /** @description Success */
        post: operations["createAuthorizationServerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getAuthorizationServerPolicy"];
        /** @description Success */
        put: operations["updateAuthorizationServerPolicy"];
        post?: never;
        /** @description Success */
        delete: operations["deleteAuthorizationServerPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Activate Authorization Server Policy */
        post: operations["activateAuthorizationServerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Deactivate Authorization Server Policy */
        post: operations["deactivateAuthorizationServerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates all policy rules for the specified Custom Authorization Server and Policy. */
        get: operations["listAuthorizationServerPolicyRules"];
        put?: never;
        /** @description Creates a policy rule for the specified Custom Authorization Server and Policy. */
        post: operations["createAuthorizationServerPolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Returns a Policy Rule by ID that is defined in the specified Custom Authorization Server and Policy. */
        get: operations["getAuthorizationServerPolicyRule"];
        /** @description Updates the configuration of the Policy Rule defined in the specified Custom Authorization Server and Policy. */
        put: operations["updateAuthorizationServerPolicyRule"];
        post?: never;
        /** @description Deletes a Policy Rule defined in the specified Custom Authorization Server and Policy. */
        delete: operations["deleteAuthorizationServerPolicyRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/rules/{ruleId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Activate Authorization Server Policy Rule */
        post: operations["activateAuthorizationServerPolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/policies/{policyId}/rules/{ruleId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Deactivate Authorization Server Policy Rule */
        post: operations["deactivateAuthorizationServerPolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listOAuth2Scopes"];
        put?: never;
        /** @description Success */
        post: operations["createOAuth2Scope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorizationServers/{authServerId}/scopes/{scopeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getOAuth2Scope"];
        /** @description Success */
        put: operations["updateOAuth2Scope"];
        post?: never;
        /** @description Success */
        delete: operations["deleteOAuth2Scope"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Brands
         * @description List all the brands in your org.
         */
        get: operations["listBrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Brand
         * @description Fetches a brand by `brandId`
         */
        get: operations["getBrand"];
        /**
         * Update Brand
         * @description Updates a brand by `brandId`
         */
        put: operations["updateBrand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Email Templates
         * @description List email templates in your organization with pagination.
         */
        get: operations["listEmailTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Email Template
         * @description Fetch an email template by templateName
         */
        get: operations["getEmailTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/customizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Email Template Customization
         * @description List all email customizations for an email template
         */
        get: operations["listEmailTemplateCustomizations"];
        put?: never;
        /**
         * Create Email Template Customization
         * @description Create an email customization
         */
        post: operations["createEmailTemplateCustomization"];
        /**
         * Delete Email Template Customization
         * @description Delete all customizations for an email template. Also known as “Reset to Default”.
         */
        delete: operations["deleteEmailTemplateCustomizations"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/customizations/{customizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Email Template Customization
         * @description Fetch an email customization by id.
         */
        get: operations["getEmailTemplateCustomization"];
        /**
         * Update Email Customization
         * @description Update an email customization
         */
        put: operations["updateEmailTemplateCustomization"];
        post?: never;
        /**
         * Delete Email Customization
         * @description Delete an email customization
         */
        delete: operations["deleteEmailTemplateCustomization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/customizations/{customizationId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Preview Content of Email Customization
         * @description Get a preview of an email template customization.
         */
        get: operations["getEmailTemplateCustomizationPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/default-content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Default Content of Email Template
         * @description Fetch the default content for an email template.
         */
        get: operations["getEmailTemplateDefaultContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/default-content/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Preview of Email Template Default Content
         * @description Fetch a preview of an email template's default content by populating velocity references with the current user's environment.
         */
        get: operations["getEmailTemplateDefaultContentPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/templates/email/{templateName}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get Preview of Email Template Default Content
         * @description Send a test email to the current users primary and secondary email addresses. The email content is selected based on the following priority: An email customization specifically for the users locale. The default language of email customizations. The email templates default content.
         */
        post: operations["sendTestEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Brand Themes
         * @description List all the themes in your brand
         */
        get: operations["listBrandThemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/themes/{themeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a theme for a brand
         * @description Fetches a theme for a brand
         */
        get: operations["getBrandTheme"];
        /**
         * Update a theme for a brand
         * @description Updates a theme for a brand
         */
        put: operations["updateBrandTheme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/themes/{themeId}/background-image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Updates the background image for your Theme
         * @description Updates the background image for your Theme
         */
        post: operations["uploadBrandThemeBackgroundImage"];
        /**
         * Deletes a Theme background image
         * @description Deletes a Theme background image
         */
        delete: operations["deleteBrandThemeBackgroundImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/themes/{themeId}/favicon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Updates the favicon for your theme
         * @description Updates the favicon for your theme
         */
        post: operations["uploadBrandThemeFavicon"];
        /**
         * Deletes a Theme favicon. The org then uses the Okta default favicon.
         * @description Deletes a Theme favicon. The org then uses the Okta default favicon.
         */
        delete: operations["deleteBrandThemeFavicon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{brandId}/themes/{themeId}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a themes logo
         * @description Updates the logo for your Theme
         */
        post: operations["uploadBrandThemeLogo"];
        /**
         * Deletes a Theme logo. The org then uses the Okta default logo.
         * @description Deletes a Theme logo. The org then uses the Okta default logo.
         */
        delete: operations["deleteBrandThemeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Domains
         * @description List all verified custom Domains for the org.
         */
        get: operations["listDomains"];
        put?: never;
        /**
         * Create Domain
         * @description Creates your domain.
         */
        post: operations["createDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{domainId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Domain
         * @description Fetches a Domain by `id`.
         */
        get: operations["getDomain"];
        put?: never;
        post?: never;
        /**
         * Delete Domain
         * @description Deletes a Domain by `id`.
         */
        delete: operations["deleteDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{domainId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create Certificate
         * @description Creates the Certificate for the Domain.
         */
        put: operations["createCertificate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{domainId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Domain
         * @description Verifies the Domain by `id`.
         */
        post: operations["verifyDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eventHooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listEventHooks"];
        put?: never;
        /** @description Success */
        post: operations["createEventHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eventHooks/{eventHookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getEventHook"];
        /** @description Success */
        put: operations["updateEventHook"];
        post?: never;
        /** @description Success */
        delete: operations["deleteEventHook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eventHooks/{eventHookId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["activateEventHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eventHooks/{eventHookId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["deactivateEventHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eventHooks/{eventHookId}/lifecycle/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["verifyEventHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getFeature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{featureId}/{lifecycle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["updateFeatureLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{featureId}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listFeatureDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{featureId}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listFeatureDependents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups
         * @description Enumerates groups in your organization with pagination. A subset of groups can be returned that match a supported filter expression or query.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Add Group
         * @description Adds a new group with `OKTA_GROUP` type to your organization.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Group Rules
         * @description Fetches a group from your organization.
         */
        get: operations["getGroup"];
        /**
         * Update Group
         * @description Updates the profile for a group with `OKTA_GROUP` type from your organization.
         */
        put: operations["updateGroup"];
        post?: never;
        /**
         * Remove Group
         * @description Removes a group with `OKTA_GROUP` type from your organization.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Assigned Applications
         * @description Enumerates all applications that are assigned to a group.
         */
        get: operations["listAssignedApplicationsForGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listGroupAssignedRoles"];
        put?: never;
        /** @description Assigns a Role to a Group */
        post: operations["assignRoleToGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /** @description Unassigns a Role from a Group */
        delete: operations["removeRoleFromGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}/targets/catalog/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all App targets for an `APP_ADMIN` Role assigned to a Group. This methods return list may include full Applications or Instances. The response for an instance will have an `ID` value, while Application will not have an ID. */
        get: operations["listApplicationTargetsForApplicationAdministratorRoleForGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}/targets/catalog/apps/{appName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Success */
        put: operations["addApplicationTargetToAdminRoleGivenToGroup"];
        post?: never;
        /** @description Success */
        delete: operations["removeApplicationTargetFromApplicationAdministratorRoleGivenToGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}/targets/catalog/apps/{appName}/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add App Instance Target to App Administrator Role given to a Group
         * @description Add App Instance Target to App Administrator Role given to a Group
         */
        put: operations["addApplicationInstanceTargetToAppAdminRoleGivenToGroup"];
        post?: never;
        /**
         * Remove App Instance Target to App Administrator Role given to a Group
         * @description Remove App Instance Target to App Administrator Role given to a Group
         */
        delete: operations["removeApplicationTargetFromAdministratorRoleGivenToGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}/targets/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listGroupTargetsForGroupRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/roles/{roleId}/targets/groups/{targetGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["addGroupTargetToGroupAdministratorRoleForGroup"];
        post?: never;
        delete: operations["removeGroupTargetFromGroupAdministratorRoleGivenToGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Group Members
         * @description Enumerates all users that are a member of a group.
         */
        get: operations["listGroupUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{groupId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add User to Group
         * @description Adds a user to a group with 'OKTA_GROUP' type.
         */
        put: operations["addUserToGroup"];
        post?: never;
        /**
         * Remove User from Group
         * @description Removes a user from a group with 'OKTA_GROUP' type.
         */
        delete: operations["removeUserFromGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Group Rules
         * @description Lists all group rules for your organization.
         */
        get: operations["listGroupRules"];
        put?: never;
        /**
         * Create Group Rule
         * @description Creates a group rule to dynamically add users to the specified group if they match the condition
         */
        post: operations["createGroupRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Group Rule
         * @description Fetches a specific group rule by id from your organization
         */
        get: operations["getGroupRule"];
        /** @description Updates a group rule. Only `INACTIVE` rules can be updated. */
        put: operations["updateGroupRule"];
        post?: never;
        /**
         * Delete a group Rule
         * @description Removes a specific group rule by id from your organization
         */
        delete: operations["deleteGroupRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/rules/{ruleId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a group Rule
         * @description Activates a specific group rule by id from your organization
         */
        post: operations["activateGroupRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/rules/{ruleId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a group Rule
         * @description Deactivates a specific group rule by id from your organization
         */
        post: operations["deactivateGroupRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Identity Providers
         * @description Enumerates IdPs in your organization with pagination. A subset of IdPs can be returned that match a supported filter expression or query.
         */
        get: operations["listIdentityProviders"];
        put?: never;
        /**
         * Add Identity Provider
         * @description Adds a new IdP to your organization.
         */
        post: operations["createIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Identity Provider
         * @description Fetches an IdP by `id`.
         */
        get: operations["getIdentityProvider"];
        /**
         * Update Identity Provider
         * @description Updates the configuration for an IdP.
         */
        put: operations["updateIdentityProvider"];
        post?: never;
        /**
         * Delete Identity Provider
         * @description Removes an IdP from your organization.
         */
        delete: operations["deleteIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/csrs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Certificate Signing Requests for IdP
         * @description Enumerates Certificate Signing Requests for an IdP
         */
        get: operations["listCsrsForIdentityProvider"];
        put?: never;
        /**
         * Generate Certificate Signing Request for IdP
         * @description Generates a new key pair and returns a Certificate Signing Request for it.
         */
        post: operations["generateCsrForIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/csrs/{csrId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a specific Certificate Signing Request model by id */
        get: operations["getCsrForIdentityProvider"];
        put?: never;
        post?: never;
        /** @description Revoke a Certificate Signing Request and delete the key pair from the IdP */
        delete: operations["revokeCsrForIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/csrs/{csrId}/lifecycle/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Update the Certificate Signing Request with a signed X.509 certificate and add it into the signing key credentials for the IdP. */
        post: operations["publishCertForIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Signing Key Credentials for IdP
         * @description Enumerates signing key credentials for an IdP
         */
        get: operations["listIdentityProviderSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Signing Key Credential for IdP
         * @description Gets a specific IdP Key Credential by `kid`
         */
        get: operations["getIdentityProviderSigningKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/keys/{keyId}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clone Signing Key Credential for IdP
         * @description Clones a X.509 certificate for an IdP signing key credential from a source IdP to target IdP
         */
        post: operations["cloneIdentityProviderKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/credentials/keys/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate New IdP Signing Key Credential
         * @description Generates a new X.509 certificate for an IdP signing key credential to be used for signing assertions sent to the IdP
         */
        post: operations["generateIdentityProviderSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Identity Provider
         * @description Activates an inactive IdP.
         */
        post: operations["activateIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate Identity Provider
         * @description Deactivates an active IdP.
         */
        post: operations["deactivateIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Users
         * @description Find all the users linked to an identity provider
         */
        get: operations["listIdentityProviderApplicationUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fetches a linked IdP user by ID */
        get: operations["getIdentityProviderApplicationUser"];
        put?: never;
        /**
         * Link a user to a Social IdP without a transaction
         * @description Links an Okta user to an existing Social Identity Provider. This does not support the SAML2 Identity Provider Type
         */
        post: operations["linkUserToIdentityProvider"];
        /**
         * Unlink User from IdP
         * @description Removes the link between the Okta user and the IdP user.
         */
        delete: operations["unlinkUserFromIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/{idpId}/users/{userId}/credentials/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Social Authentication Token Operation
         * @description Fetches the tokens minted by the Social Authentication Provider when the user authenticates with Okta via Social Auth.
         */
        get: operations["listSocialAuthTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/credentials/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description Enumerates IdP key credentials.
         */
        get: operations["listIdentityProviderKeys"];
        put?: never;
        /**
         * Add X.509 Certificate Public Key
         * @description Adds a new X.509 certificate credential to the IdP key store.
         */
        post: operations["createIdentityProviderKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/idps/credentials/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Key
         * @description Gets a specific IdP Key Credential by `kid`
         */
        get: operations["getIdentityProviderKey"];
        put?: never;
        post?: never;
        /**
         * Delete Key
         * @description Deletes a specific IdP Key Credential by `kid` if it is not currently being used by an Active or Inactive IdP.
         */
        delete: operations["deleteIdentityProviderKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inlineHooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listInlineHooks"];
        put?: never;
        /** @description Success */
        post: operations["createInlineHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inlineHooks/{inlineHookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets an inline hook by ID */
        get: operations["getInlineHook"];
        /** @description Updates an inline hook by ID */
        put: operations["updateInlineHook"];
        post?: never;
        /** @description Deletes the Inline Hook matching the provided id. Once deleted, the Inline Hook is unrecoverable. As a safety precaution, only Inline Hooks with a status of INACTIVE are eligible for deletion. */
        delete: operations["deleteInlineHook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inlineHooks/{inlineHookId}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Executes the Inline Hook matching the provided inlineHookId using the request body as the input. This will send the provided data through the Channel and return a response if it matches the correct data contract. This execution endpoint should only be used for testing purposes. */
        post: operations["executeInlineHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inlineHooks/{inlineHookId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Activates the Inline Hook matching the provided id */
        post: operations["activateInlineHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inlineHooks/{inlineHookId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Deactivates the Inline Hook matching the provided id */
        post: operations["deactivateInlineHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch a list of events from your Okta organization system log.
         * @description The Okta System Log API provides read access to your organization’s system log. This API provides more functionality than the Events API
         */
        get: operations["getLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates Profile Mappings in your organization with pagination. */
        get: operations["listProfileMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings/{mappingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Profile Mapping
         * @description Fetches a single Profile Mapping referenced by its ID.
         */
        get: operations["getProfileMapping"];
        put?: never;
        /**
         * Update Profile Mapping
         * @description Updates an existing Profile Mapping by adding, updating, or removing one or many Property Mappings.
         */
        post: operations["updateProfileMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/schemas/apps/{appInstanceId}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the Schema for an App User
         * @description Fetches the Schema for an App User
         */
        get: operations["getApplicationUserSchema"];
        put?: never;
        /**
         * Partial updates on the User Profile properties of the Application User Schema.
         * @description Partial updates on the User Profile properties of the Application User Schema.
         */
        post: operations["updateApplicationUserProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/schemas/group/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the group schema
         * @description Fetches the group schema
         */
        get: operations["getGroupSchema"];
        put?: never;
        /**
         * Updates, adds ore removes one or more custom Group Profile properties in the schema
         * @description Updates, adds ore removes one or more custom Group Profile properties in the schema
         */
        post: operations["updateGroupSchema"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/schemas/user/{schemaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the schema for a Schema Id.
         * @description Fetches the schema for a Schema Id.
         */
        get: operations["getUserSchema"];
        put?: never;
        /** @description Partial updates on the User Profile properties of the user schema. */
        post: operations["updateUserProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/schemas/user/linkedObjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listLinkedObjectDefinitions"];
        put?: never;
        /** @description Success */
        post: operations["addLinkedObjectDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/schemas/user/linkedObjects/{linkedObjectName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getLinkedObjectDefinition"];
        put?: never;
        post?: never;
        /** @description Success */
        delete: operations["deleteLinkedObjectDefinition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/types/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fetches all User Types in your org */
        get: operations["listUserTypes"];
        put?: never;
        /** @description Creates a new User Type. A default User Type is automatically created along with your org, and you may add another 9 User Types for a maximum of 10. */
        post: operations["createUserType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/types/user/{typeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fetches a User Type by ID. The special identifier `default` may be used to fetch the default User Type. */
        get: operations["getUserType"];
        /** @description Replace an existing User Type */
        put: operations["replaceUserType"];
        /** @description Updates an existing User Type */
        post: operations["updateUserType"];
        /** @description Deletes a User Type permanently. This operation is not permitted for the default type, nor for any User Type that has existing users */
        delete: operations["deleteUserType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get org settings
         * @description Get settings of your organization.
         */
        get: operations["getOrgSettings"];
        /**
         * Update Org setting
         * @description Update settings of your organization.
         */
        put: operations["updateOrgSetting"];
        /**
         * Partial update Org setting
         * @description Partial update settings of your organization.
         */
        post: operations["partialUpdateOrgSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get org contact types
         * @description Gets Contact Types of your organization.
         */
        get: operations["getOrgContactTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/contacts/{contactType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get org contact user
         * @description Retrieves the URL of the User associated with the specified Contact Type.
         */
        get: operations["getOrgContactUser"];
        /**
         * Update org contact user
         * @description Updates the User associated with the specified Contact Type.
         */
        put: operations["updateOrgContactUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update org logo
         * @description Updates the logo for your organization.
         */
        post: operations["updateOrgLogo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get org preferences
         * @description Gets preferences of your organization.
         */
        get: operations["getOrgPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/preferences/hideEndUserFooter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Okta UI Footer
         * @description Hide the Okta UI footer for all end users of your organization.
         */
        post: operations["hideOktaUIFooter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/preferences/showEndUserFooter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Okta UI Footer
         * @description Makes the Okta UI footer visible for all end users of your organization.
         */
        post: operations["showOktaUIFooter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaCommunication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Okta Communication Settings
         * @description Gets Okta Communication Settings of your organization.
         */
        get: operations["getOktaCommunicationSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaCommunication/optIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opt in all users to Okta Communication emails
         * @description Opts in all users of this org to Okta Communication emails.
         */
        post: operations["optInUsersToOktaCommunicationEmails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaCommunication/optOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opt out all users from Okta Communication emails
         * @description Opts out all users of this org from Okta Communication emails.
         */
        post: operations["optOutUsersFromOktaCommunicationEmails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaSupport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Okta Support settings
         * @description Gets Okta Support Settings of your organization.
         */
        get: operations["getOrgOktaSupportSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaSupport/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend Okta Support
         * @description Extends the length of time that Okta Support can access your org by 24 hours. This means that 24 hours are added to the remaining access time.
         */
        post: operations["extendOktaSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaSupport/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant Okta Support
         * @description Enables you to temporarily allow Okta Support to access your org as an administrator for eight hours.
         */
        post: operations["grantOktaSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org/privacy/oktaSupport/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend Okta Support
         * @description Revokes Okta Support access to your organization.
         */
        post: operations["revokeOktaSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets all policies with the specified type. */
        get: operations["listPolicies"];
        put?: never;
        /** @description Creates a policy. */
        post: operations["createPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a policy. */
        get: operations["getPolicy"];
        /** @description Updates a policy. */
        put: operations["updatePolicy"];
        post?: never;
        /** @description Removes a policy. */
        delete: operations["deletePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Activates a policy. */
        post: operations["activatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Deactivates a policy. */
        post: operations["deactivatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates all policy rules. */
        get: operations["listPolicyRules"];
        put?: never;
        /** @description Creates a policy rule. */
        post: operations["createPolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a policy rule. */
        get: operations["getPolicyRule"];
        /** @description Updates a policy rule. */
        put: operations["updatePolicyRule"];
        post?: never;
        /** @description Removes a policy rule. */
        delete: operations["deletePolicyRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/rules/{ruleId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Activates a policy rule. */
        post: operations["activatePolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policyId}/rules/{ruleId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Deactivates a policy rule. */
        post: operations["deactivatePolicyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{roleTypeOrRoleId}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all subscriptions of a Custom Role
         * @description When roleType List all subscriptions of a Role. Else when roleId List subscriptions of a Custom Role
         */
        get: operations["listRoleSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{roleTypeOrRoleId}/subscriptions/{notificationType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get subscriptions of a Custom Role with a specific notification type
         * @description When roleType Get subscriptions of a Role with a specific notification type. Else when roleId Get subscription of a Custom Role with a specific notification type.
         */
        get: operations["getRoleSubscriptionByNotificationType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{roleTypeOrRoleId}/subscriptions/{notificationType}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe a Custom Role to a specific notification type
         * @description When roleType Subscribes a Role to a specific notification type. When you change the subscription status of a Role, it overrides the subscription of any individual user of that Role. Else when roleId Subscribes a Custom Role to a specific notification type. When you change the subscription status of a Custom Role, it overrides the subscription of any individual user of that Custom Role.
         */
        post: operations["subscribeRoleSubscriptionByNotificationType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{roleTypeOrRoleId}/subscriptions/{notificationType}/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe a Custom Role from a specific notification type
         * @description When roleType Unsubscribes a Role from a specific notification type. When you change the subscription status of a Role, it overrides the subscription of any individual user of that Role. Else when roleId Unsubscribes a Custom Role from a specific notification type. When you change the subscription status of a Custom Role, it overrides the subscription of any individual user of that Custom Role.
         */
        post: operations["unsubscribeRoleSubscriptionByNotificationType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Session with Session Token
         * @description Creates a new session for a user with a valid session token. Use this API if, for example, you want to set the session cookie yourself instead of allowing Okta to set it, or want to hold the session ID in order to delete a session via the API instead of visiting the logout URL.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Get details about a session. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Close Session */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionId}/lifecycle/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refresh Session */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SMS Templates
         * @description Enumerates custom SMS templates in your organization. A subset of templates can be returned that match a template type.
         */
        get: operations["listSmsTemplates"];
        put?: never;
        /**
         * Add SMS Template
         * @description Adds a new custom SMS template to your organization.
         */
        post: operations["createSmsTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/sms/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get SMS Template
         * @description Fetches a specific template by `id`
         */
        get: operations["getSmsTemplate"];
        /**
         * Update SMS Template
         * @description Updates the SMS template.
         */
        put: operations["updateSmsTemplate"];
        /**
         * Partial SMS Template Update
         * @description Updates only some of the SMS template properties:
         */
        post: operations["partialUpdateSmsTemplate"];
        /**
         * Remove SMS Template
         * @description Removes an SMS template.
         */
        delete: operations["deleteSmsTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threats/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets current ThreatInsight configuration */
        get: operations["getCurrentConfiguration"];
        put?: never;
        /** @description Updates ThreatInsight configuration */
        post: operations["updateConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trustedOrigins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listOrigins"];
        put?: never;
        /** @description Success */
        post: operations["createOrigin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trustedOrigins/{trustedOriginId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["getOrigin"];
        /** @description Success */
        put: operations["updateOrigin"];
        post?: never;
        /** @description Success */
        delete: operations["deleteOrigin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trustedOrigins/{trustedOriginId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["activateOrigin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trustedOrigins/{trustedOriginId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Success */
        post: operations["deactivateOrigin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Lists users that do not have a status of 'DEPROVISIONED' (by default), up to the maximum (200 for most orgs), with pagination in most cases. A subset of users can be returned that match a supported filter expression or search criteria.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create User
         * @description Creates a new user in your Okta organization with or without credentials.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{associatedUserId}/linkedObjects/{primaryRelationshipName}/{primaryUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setLinkedObjectForUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User
         * @description Fetches a user from your Okta organization.
         */
        get: operations["getUser"];
        /**
         * Update User
         * @description Update a user's profile and/or credentials using strict-update semantics.
         */
        put: operations["updateUser"];
        /** @description Fetch a user by `id`, `login`, or `login shortname` if the short name is unambiguous. */
        post: operations["partialUpdateUser"];
        /**
         * Delete User
         * @description Deletes a user permanently.  This operation can only be performed on users that have a `DEPROVISIONED` status.  **This action cannot be recovered!**
         */
        delete: operations["deactivateOrDeleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/appLinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Assigned App Links
         * @description Fetches appLinks for all direct or indirect (via group membership) assigned applications.
         */
        get: operations["listAppLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all client resources for which the specified user has grants or tokens. */
        get: operations["listUserClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/clients/{clientId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all grants for a specified user and client */
        get: operations["listGrantsForUserAndClient"];
        put?: never;
        post?: never;
        /** @description Revokes all grants for the specified user and client */
        delete: operations["revokeGrantsForUserAndClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/clients/{clientId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all refresh tokens issued for the specified User and Client. */
        get: operations["listRefreshTokensForUserAndClient"];
        put?: never;
        post?: never;
        /** @description Revokes all refresh tokens issued for the specified User and Client. */
        delete: operations["revokeTokensForUserAndClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a refresh token issued for the specified User and Client. */
        get: operations["getRefreshTokenForUserAndClient"];
        put?: never;
        post?: never;
        /** @description Revokes the specified refresh token. */
        delete: operations["revokeTokenForUserAndClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/credentials/change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Changes a user's password by validating the user's current password. This operation can only be performed on users in `STAGED`, `ACTIVE`, `PASSWORD_EXPIRED`, or `RECOVERY` status that have a valid password credential
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/credentials/change_recovery_question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Recovery Question
         * @description Changes a user's recovery question & answer credential by validating the user's current password.  This operation can only be performed on users in **STAGED**, **ACTIVE** or **RECOVERY** `status` that have a valid password credential
         */
        post: operations["changeRecoveryQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/credentials/forgot_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgot Password */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates all the enrolled factors for the specified user */
        get: operations["listFactors"];
        put?: never;
        /**
         * Enroll Factor
         * @description Enrolls a user with a supported factor.
         */
        post: operations["enrollFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/{factorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Fetches a factor for the specified user */
        get: operations["getFactor"];
        put?: never;
        post?: never;
        /** @description Unenrolls an existing factor for the specified user, allowing the user to enroll a new factor. */
        delete: operations["deleteFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/{factorId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Factor
         * @description The `sms` and `token:software:totp` factor types require activation to complete the enrollment process.
         */
        post: operations["activateFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/{factorId}/transactions/{transactionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Polls factors verification transaction for status. */
        get: operations["getFactorTransactionStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/{factorId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify MFA Factor
         * @description Verifies an OTP for a `token` or `token:hardware` factor
         */
        post: operations["verifyFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates all the supported factors that can be enrolled for the specified user */
        get: operations["listSupportedFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/factors/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Enumerates all available security questions for a user's `question` factor */
        get: operations["listSupportedSecurityQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all grants for the specified user */
        get: operations["listUserGrants"];
        put?: never;
        post?: never;
        /** @description Revokes all grants for a specified user */
        delete: operations["revokeUserGrants"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets a grant for the specified user */
        get: operations["getUserGrant"];
        put?: never;
        post?: never;
        /** @description Revokes one grant for a specified user */
        delete: operations["revokeUserGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Member Groups
         * @description Fetches the groups of which the user is a member.
         */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/idps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listing IdPs associated with a user
         * @description Lists the IdPs associated with the user.
         */
        get: operations["listUserIdentityProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate User
         * @description Activates a user.  This operation can only be performed on users with a `STAGED` status.  Activation of a user is an asynchronous operation. The user will have the `transitioningToStatus` property with a value of `ACTIVE` during activation to indicate that the user hasn't completed the asynchronous operation.  The user will have a status of `ACTIVE` when the activation process is complete.
         */
        post: operations["activateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate User
         * @description Deactivates a user. This operation can only be performed on users that do not have a `DEPROVISIONED` status. While the asynchronous operation (triggered by HTTP header `Prefer: respond-async`) is proceeding the user's `transitioningToStatus` property is `DEPROVISIONED`. The user's status is `DEPROVISIONED` when the deactivation process is complete.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/expire_password?tempPassword=false": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expire Password
         * @description This operation transitions the user to the status of `PASSWORD_EXPIRED` so that the user is required to change their password at their next login.
         */
        post: operations["expirePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/expire_password?tempPassword=true": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expire Password
         * @description This operation transitions the user to the status of `PASSWORD_EXPIRED` and the user's password is reset to a temporary password that is returned.
         */
        post: operations["expirePasswordAndGetTemporaryPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate User
         * @description Reactivates a user.  This operation can only be performed on users with a `PROVISIONED` status.  This operation restarts the activation workflow if for some reason the user activation was not completed when using the activationToken from [Activate User](#activate-user).
         */
        post: operations["reactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/reset_factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Factors
         * @description This operation resets all factors for the specified user. All MFA factor enrollments returned to the unenrolled state. The user's status remains ACTIVE. This link is present only if the user is currently enrolled in one or more MFA factors.
         */
        post: operations["resetFactors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Generates a one-time token (OTT) that can be used to reset a user's password.  The OTT link can be automatically emailed to the user or returned to the API caller and distributed using a custom flow.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend User
         * @description Suspends a user.  This operation can only be performed on users with an `ACTIVE` status.  The user will have a status of `SUSPENDED` when the process is complete.
         */
        post: operations["suspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock User
         * @description Unlocks a user with a `LOCKED_OUT` status and returns them to `ACTIVE` status.  Users will be able to login with their current password.
         */
        post: operations["unlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/lifecycle/unsuspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsuspend User
         * @description Unsuspends a user and returns them to the `ACTIVE` state.  This operation can only be performed on users that have a `SUSPENDED` status.
         */
        post: operations["unsuspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/linkedObjects/{relationshipName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Get linked objects for a user, relationshipName can be a primary or associated relationship name */
        get: operations["getLinkedObjectsForUser"];
        put?: never;
        post?: never;
        /** @description Delete linked objects for a user, relationshipName can be ONLY a primary relationship name */
        delete: operations["removeLinkedObjectForUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all roles assigned to a user. */
        get: operations["listAssignedRolesForUser"];
        put?: never;
        /** @description Assigns a role to a user. */
        post: operations["assignRoleToUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Gets role that is assigne to user. */
        get: operations["getUserRole"];
        put?: never;
        post?: never;
        /** @description Unassigns a role from a user. */
        delete: operations["removeRoleFromUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lists all App targets for an `APP_ADMIN` Role assigned to a User. This methods return list may include full Applications or Instances. The response for an instance will have an `ID` value, while Application will not have an ID. */
        get: operations["listApplicationTargetsForApplicationAdministratorRoleForUser"];
        /** @description Success */
        put: operations["addAllAppsAsTargetToRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Success */
        put: operations["addApplicationTargetToAdminRoleForUser"];
        post?: never;
        /** @description Success */
        delete: operations["removeApplicationTargetFromApplicationAdministratorRoleForUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps/{appName}/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add App Instance Target to App Administrator Role given to a User
         * @description Add App Instance Target to App Administrator Role given to a User
         */
        put: operations["addApplicationTargetToAppAdminRoleForUser"];
        post?: never;
        /**
         * Remove App Instance Target to App Administrator Role given to a User
         * @description Remove App Instance Target to App Administrator Role given to a User
         */
        delete: operations["removeApplicationTargetFromAdministratorRoleForUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}/targets/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Success */
        get: operations["listGroupTargetsForRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/roles/{roleId}/targets/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Success */
        put: operations["addGroupTargetToRole"];
        post?: never;
        /** @description Success */
        delete: operations["removeGroupTargetFromRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Removes all active identity provider sessions. This forces the user to authenticate on the next operation. Optionally revokes OpenID Connect and OAuth refresh and access tokens issued to the user. */
        delete: operations["clearUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions of a User
         * @description List subscriptions of a User. Only lists subscriptions for current user. An AccessDeniedException message is sent if requests are made from other users.
         */
        get: operations["listUserSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/subscriptions/{notificationType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the subscription of a User with a specific notification type
         * @description Get the subscriptions of a User with a specific notification type. Only gets subscriptions for current user. An AccessDeniedException message is sent if requests are made from other users.
         */
        get: operations["getUserSubscriptionByNotificationType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/subscriptions/{notificationType}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe to a specific notification type
         * @description Subscribes a User to a specific notification type. Only the current User can subscribe to a specific notification type. An AccessDeniedException message is sent if requests are made from other users.
         */
        post: operations["subscribeUserSubscriptionByNotificationType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/subscriptions/{notificationType}/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe from a specific notification type
         * @description Unsubscribes a User from a specific notification type. Only the current User can unsubscribe from a specific notification type. An AccessDeniedException message is sent if requests are made from other users.
         */
        post: operations["unsubscribeUserSubscriptionByNotificationType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Network Zones
         * @description Enumerates network zones added to your organization with pagination. A subset of zones can be returned that match a supported filter expression or query.
         */
        get: operations["listNetworkZones"];
        put?: never;
        /**
         * Add Network Zone
         * @description Adds a new network zone to your Okta organization.
         */
        post: operations["createNetworkZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/{zoneId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Network Zone
         * @description Fetches a network zone from your Okta organization by `id`.
         */
        get: operations["getNetworkZone"];
        /**
         * Update Network Zone
         * @description Updates a network zone in your organization.
         */
        put: operations["updateNetworkZone"];
        post?: never;
        /**
         * Delete Network Zone
         * @description Removes network zone.
         */
        delete: operations["deleteNetworkZone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/{zoneId}/lifecycle/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Network Zone
         * @description Activate Network Zone
         */
        post: operations["activateNetworkZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/{zoneId}/lifecycle/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate Network Zone
         * @description Deactivates a network zone.
         */
        post: operations["deactivateNetworkZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessPolicy: unknown;
        AccessPolicyConstraint: {
            methods?: string[];
            reauthenticateIn?: string;
            types?: string[];
        };
        AccessPolicyConstraints: {
            knowledge?: components["schemas"]["KnowledgeConstraint"];
            possession?: components["schemas"]["PossessionConstraint"];
        };
        AccessPolicyRule: {
            actions?: components["schemas"]["AccessPolicyRuleActions"];
            conditions?: components["schemas"]["AccessPolicyRuleConditions"];
            name?: string;
        };
        AccessPolicyRuleActions: {
            appSignOn?: components["schemas"]["AccessPolicyRuleApplicationSignOn"];
        };
        AccessPolicyRuleApplicationSignOn: {
            access?: string;
            verificationMethod?: components["schemas"]["VerificationMethod"];
        };
        AccessPolicyRuleConditions: {
            device?: components["schemas"]["DeviceAccessPolicyRuleCondition"];
            elCondition?: components["schemas"]["AccessPolicyRuleCustomCondition"];
            userType?: components["schemas"]["UserTypeCondition"];
        };
        AccessPolicyRuleCustomCondition: {
            condition?: string;
        };
        AcsEndpoint: {
            index?: number;
            url?: string;
        };
        ActivateFactorRequest: {
            attestation?: string;
            clientData?: string;
            passCode?: string;
            registrationData?: string;
            stateToken?: string;
        };
        /** @enum {string} */
        AllowedForEnum: "recovery" | "sso" | "any" | "none";
        AppAndInstanceConditionEvaluatorAppOrInstance: {
            id?: string;
            name?: string;
            /** @enum {string} */
            type?: "APP_TYPE" | "APP";
        };
        AppAndInstancePolicyRuleCondition: {
            exclude?: components["schemas"]["AppAndInstanceConditionEvaluatorAppOrInstance"][];
            include?: components["schemas"]["AppAndInstanceConditionEvaluatorAppOrInstance"][];
        };
        AppInstancePolicyRuleCondition: {
            exclude?: string[];
            include?: string[];
        };
        Application: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            accessibility?: components["schemas"]["ApplicationAccessibility"];
            /** Format: date-time */
            created?: string;
            credentials?: components["schemas"]["ApplicationCredentials"];
            features?: string[];
            id?: string;
            label?: string;
            /** Format: date-time */
            lastUpdated?: string;
            licensing?: components["schemas"]["ApplicationLicensing"];
            name?: string;
            profile?: {
                [key: string]: Record<string, unknown>;
            };
            settings?: components["schemas"]["ApplicationSettings"];
            signOnMode?: components["schemas"]["ApplicationSignOnMode"];
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE" | "DELETED";
            visibility?: components["schemas"]["ApplicationVisibility"];
        };
        ApplicationAccessibility: {
            errorRedirectUrl?: string;
            loginRedirectUrl?: string;
            selfService?: boolean;
        };
        ApplicationCredentials: {
            signing?: components["schemas"]["ApplicationCredentialsSigning"];
            userNameTemplate?: components["schemas"]["ApplicationCredentialsUsernameTemplate"];
        };
        ApplicationCredentialsOAuthClient: {
            autoKeyRotation?: boolean;
            client_id?: string;
            client_secret?: string;
            pkce_required?: boolean;
            token_endpoint_auth_method?: components["schemas"]["OAuthEndpointAuthenticationMethod"];
        };
        /** @enum {string} */
        ApplicationCredentialsScheme: "SHARED_USERNAME_AND_PASSWORD" | "EXTERNAL_PASSWORD_SYNC" | "EDIT_USERNAME_AND_PASSWORD" | "EDIT_PASSWORD_ONLY" | "ADMIN_SETS_CREDENTIALS";
        ApplicationCredentialsSigning: {
            kid?: string;
            /** Format: date-time */
            lastRotated?: string;
            /** Format: date-time */
            nextRotation?: string;
            rotationMode?: string;
            use?: components["schemas"]["ApplicationCredentialsSigningUse"];
        };
        /** @enum {string} */
        ApplicationCredentialsSigningUse: "sig";
        ApplicationCredentialsUsernameTemplate: {
            pushStatus?: string;
            suffix?: string;
            template?: string;
            type?: string;
        };
        ApplicationFeature: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            capabilities?: components["schemas"]["CapabilitiesObject"];
            description?: string;
            name?: string;
            status?: components["schemas"]["EnabledStatus"];
        };
        ApplicationGroupAssignment: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            priority?: number;
            profile?: {
                [key: string]: Record<string, unknown>;
            };
        };
        ApplicationLicensing: {
            seatCount?: number;
        };
        ApplicationSettings: {
            app?: components["schemas"]["ApplicationSettingsApplication"];
            implicitAssignment?: boolean;
            inlineHookId?: string;
            notes?: components["schemas"]["ApplicationSettingsNotes"];
            notifications?: components["schemas"]["ApplicationSettingsNotifications"];
        };
        ApplicationSettingsApplication: unknown;
        ApplicationSettingsNotes: {
            admin?: string;
            enduser?: string;
        };
        ApplicationSettingsNotifications: {
            vpn?: components["schemas"]["ApplicationSettingsNotificationsVpn"];
        };
        ApplicationSettingsNotificationsVpn: {
            helpUrl?: string;
            message?: string;
            network?: components["schemas"]["ApplicationSettingsNotificationsVpnNetwork"];
        };
        ApplicationSettingsNotificationsVpnNetwork: {
            connection?: string;
            exclude?: string[];
            include?: string[];
        };
        /** @enum {string} */
        ApplicationSignOnMode: "BOOKMARK" | "BASIC_AUTH" | "BROWSER_PLUGIN" | "SECURE_PASSWORD_STORE" | "AUTO_LOGIN" | "WS_FEDERATION" | "SAML_2_0" | "OPENID_CONNECT" | "SAML_1_1";
        ApplicationVisibility: {
            appLinks?: {
                [key: string]: boolean;
            };
            autoLaunch?: boolean;
            autoSubmitToolbar?: boolean;
            hide?: components["schemas"]["ApplicationVisibilityHide"];
        };
        ApplicationVisibilityHide: {
            iOS?: boolean;
            web?: boolean;
        };
        AppLink: {
            appAssignmentId?: string;
            appInstanceId?: string;
            appName?: string;
            credentialsSetup?: boolean;
            hidden?: boolean;
            id?: string;
            label?: string;
            linkUrl?: string;
            logoUrl?: string;
            sortOrder?: number;
        };
        AppUser: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            credentials?: components["schemas"]["AppUserCredentials"];
            externalId?: string;
            id?: string;
            /** Format: date-time */
            lastSync?: string;
            /** Format: date-time */
            lastUpdated?: string;
            /** Format: date-time */
            passwordChanged?: string;
            profile?: {
                [key: string]: Record<string, unknown>;
            };
            scope?: string;
            status?: string;
            /** Format: date-time */
            statusChanged?: string;
            syncState?: string;
        };
        AppUserCredentials: {
            password?: components["schemas"]["AppUserPasswordCredential"];
            userName?: string;
        };
        AppUserPasswordCredential: {
            /** Format: password */
            value?: string;
        };
        AssignRoleRequest: {
            type?: components["schemas"]["RoleType"];
        };
        AuthenticationProvider: {
            name?: string;
            type?: components["schemas"]["AuthenticationProviderType"];
        };
        /** @enum {string} */
        AuthenticationProviderType: "ACTIVE_DIRECTORY" | "FEDERATION" | "LDAP" | "OKTA" | "SOCIAL" | "IMPORT";
        Authenticator: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            id?: string;
            key?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            provider?: components["schemas"]["AuthenticatorProvider"];
            settings?: components["schemas"]["AuthenticatorSettings"];
            status?: components["schemas"]["AuthenticatorStatus"];
            type?: components["schemas"]["AuthenticatorType"];
        };
        AuthenticatorProvider: {
            configuration?: components["schemas"]["AuthenticatorProviderConfiguration"];
            type?: string;
        };
        AuthenticatorProviderConfiguration: {
            authPort?: number;
            host?: string;
            hostName?: string;
            instanceId?: string;
            integrationKey?: string;
            secretKey?: string;
            sharedSecret?: string;
            userNameTemplate?: components["schemas"]["AuthenticatorProviderConfigurationUserNamePlate"];
        };
        AuthenticatorProviderConfigurationUserNamePlate: {
            template?: string;
        };
        AuthenticatorSettings: {
            allowedFor?: components["schemas"]["AllowedForEnum"];
            appInstanceId?: string;
            channelBinding?: components["schemas"]["ChannelBinding"];
            compliance?: components["schemas"]["Compliance"];
            tokenLifetimeInMinutes?: number;
            userVerification?: components["schemas"]["UserVerificationEnum"];
        };
        /** @enum {string} */
        AuthenticatorStatus: "ACTIVE" | "INACTIVE";
        /** @enum {string} */
        AuthenticatorType: "app" | "password" | "security_question" | "phone" | "email" | "security_key" | "federated";
        AuthorizationServer: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            audiences?: string[];
            /** Format: date-time */
            created?: string;
            credentials?: components["schemas"]["AuthorizationServerCredentials"];
            description?: string;
            id?: string;
            issuer?: string;
            /** @enum {string} */
            issuerMode?: "ORG_URL" | "CUSTOM_URL";
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
        };
        AuthorizationServerCredentials: {
            signing?: components["schemas"]["AuthorizationServerCredentialsSigningConfig"];
        };
        /** @enum {string} */
        AuthorizationServerCredentialsRotationMode: "AUTO" | "MANUAL";
        AuthorizationServerCredentialsSigningConfig: {
            kid?: string;
            /** Format: date-time */
            lastRotated?: string;
            /** Format: date-time */
            nextRotation?: string;
            rotationMode?: components["schemas"]["AuthorizationServerCredentialsRotationMode"];
            use?: components["schemas"]["AuthorizationServerCredentialsUse"];
        };
        /** @enum {string} */
        AuthorizationServerCredentialsUse: "sig";
        AuthorizationServerPolicy: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            conditions?: components["schemas"]["PolicyRuleConditions"];
            /** Format: date-time */
            created?: string;
            description?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            priority?: number;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            system?: boolean;
            type?: components["schemas"]["PolicyType"];
        };
        AuthorizationServerPolicyRule: {
            actions?: components["schemas"]["AuthorizationServerPolicyRuleActions"];
            conditions?: components["schemas"]["AuthorizationServerPolicyRuleConditions"];
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            priority?: number;
            /**
             * @default ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "INACTIVE";
            /** @default false */
            system: boolean;
            /** @enum {string} */
            type?: "RESOURCE_ACCESS";
        };
        AuthorizationServerPolicyRuleActions: {
            token?: components["schemas"]["TokenAuthorizationServerPolicyRuleAction"];
        };
        AuthorizationServerPolicyRuleConditions: {
            clients?: components["schemas"]["ClientPolicyCondition"];
            grantTypes?: components["schemas"]["GrantTypePolicyRuleCondition"];
            people?: components["schemas"]["PolicyPeopleCondition"];
            scopes?: components["schemas"]["OAuth2ScopesMediationPolicyRuleCondition"];
        };
        AutoLoginApplication: {
            credentials?: components["schemas"]["SchemeApplicationCredentials"];
            settings?: components["schemas"]["AutoLoginApplicationSettings"];
        };
        AutoLoginApplicationSettings: {
            signOn?: components["schemas"]["AutoLoginApplicationSettingsSignOn"];
        };
        AutoLoginApplicationSettingsSignOn: {
            loginUrl?: string;
            redirectUrl?: string;
        };
        BasicApplicationSettings: {
            app?: components["schemas"]["BasicApplicationSettingsApplication"];
        };
        BasicApplicationSettingsApplication: {
            authURL?: string;
            url?: string;
        };
        BasicAuthApplication: {
            credentials?: components["schemas"]["SchemeApplicationCredentials"];
            /** @default template_basic_auth */
            name: unknown;
            settings?: components["schemas"]["BasicApplicationSettings"];
        };
        BeforeScheduledActionPolicyRuleCondition: {
            duration?: components["schemas"]["Duration"];
            lifecycleAction?: components["schemas"]["ScheduledUserLifecycleAction"];
        };
        BookmarkApplication: {
            /** @default bookmark */
            name: unknown;
            settings?: components["schemas"]["BookmarkApplicationSettings"];
        };
        BookmarkApplicationSettings: {
            app?: components["schemas"]["BookmarkApplicationSettingsApplication"];
        };
        BookmarkApplicationSettingsApplication: {
            requestIntegration?: boolean;
            url?: string;
        };
        Brand: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            agreeToCustomPrivacyPolicy?: boolean;
            customPrivacyPolicyUrl?: string;
            id?: string;
            removePoweredByOkta?: boolean;
        };
        BrowserPluginApplication: {
            credentials?: components["schemas"]["SchemeApplicationCredentials"];
        };
        CallUserFactor: {
            profile?: components["schemas"]["CallUserFactorProfile"];
        };
        CallUserFactorProfile: {
            phoneExtension?: string;
            phoneNumber?: string;
        };
        CapabilitiesCreateObject: {
            lifecycleCreate?: components["schemas"]["LifecycleCreateSettingObject"];
        };
        CapabilitiesObject: {
            create?: components["schemas"]["CapabilitiesCreateObject"];
            update?: components["schemas"]["CapabilitiesUpdateObject"];
        };
        CapabilitiesUpdateObject: {
            lifecycleDeactivate?: components["schemas"]["LifecycleDeactivateSettingObject"];
            password?: components["schemas"]["PasswordSettingObject"];
            profile?: components["schemas"]["ProfileSettingObject"];
        };
        CatalogApplication: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            category?: string;
            description?: string;
            displayName?: string;
            features?: string[];
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            signOnModes?: string[];
            status?: components["schemas"]["CatalogApplicationStatus"];
            verificationStatus?: string;
            website?: string;
        };
        /** @enum {string} */
        CatalogApplicationStatus: "ACTIVE" | "INACTIVE";
        /** @enum {string} */
        ChangeEnum: "KEEP_EXISTING" | "CHANGE";
        ChangePasswordRequest: {
            newPassword?: components["schemas"]["PasswordCredential"];
            oldPassword?: components["schemas"]["PasswordCredential"];
        };
        ChannelBinding: {
            required?: components["schemas"]["RequiredEnum"];
            style?: string;
        };
        ClientPolicyCondition: {
            include?: string[];
        };
        ClientSecret: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            client_secret?: string;
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            secret_hash?: string;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
        };
        ClientSecretMetadata: {
            client_secret?: string;
        };
        Compliance: {
            fips?: components["schemas"]["FipsEnum"];
        };
        ContextPolicyRuleCondition: {
            expression?: string;
        };
        CreateSessionRequest: {
            sessionToken?: string;
        };
        CreateUserRequest: {
            credentials?: components["schemas"]["UserCredentials"];
            groupIds?: string[];
            profile?: components["schemas"]["UserProfile"];
            type?: components["schemas"]["UserType"];
        };
        Csr: {
            /** Format: date-time */
            created?: string;
            csr?: string;
            id?: string;
            kty?: string;
        };
        CsrMetadata: {
            subject?: components["schemas"]["CsrMetadataSubject"];
            subjectAltNames?: components["schemas"]["CsrMetadataSubjectAltNames"];
        };
        CsrMetadataSubject: {
            commonName?: string;
            countryName?: string;
            localityName?: string;
            organizationalUnitName?: string;
            organizationName?: string;
            stateOrProvinceName?: string;
        };
        CsrMetadataSubjectAltNames: {
            dnsNames?: string[];
        };
        CustomHotpUserFactor: {
            factorProfileId?: string;
            profile?: components["schemas"]["CustomHotpUserFactorProfile"];
        };
        CustomHotpUserFactorProfile: {
            sharedSecret?: string;
        };
        DeviceAccessPolicyRuleCondition: {
            managed?: boolean;
            registered?: boolean;
        };
        DevicePolicyRuleCondition: {
            migrated?: boolean;
            platform?: components["schemas"]["DevicePolicyRuleConditionPlatform"];
            rooted?: boolean;
            /** @enum {string} */
            trustLevel?: "ANY" | "TRUSTED";
        };
        DevicePolicyRuleConditionPlatform: {
            supportedMDMFrameworks?: ("AFW" | "SAFE" | "NATIVE")[];
            types?: ("IOS" | "ANDROID" | "OSX" | "WINDOWS")[];
        };
        DNSRecord: {
            expiration?: string;
            fqdn?: string;
            recordType?: components["schemas"]["DNSRecordType"];
            values?: string[];
        };
        /** @enum {string} */
        DNSRecordType: "TXT" | "CNAME";
        Domain: {
            certificateSourceType?: components["schemas"]["DomainCertificateSourceType"];
            dnsRecords?: components["schemas"]["DNSRecord"][];
            domain?: string;
            id?: string;
            publicCertificate?: components["schemas"]["DomainCertificateMetadata"];
            validationStatus?: components["schemas"]["DomainValidationStatus"];
        };
        DomainCertificate: {
            certificate?: string;
            certificateChain?: string;
            privateKey?: string;
            type?: components["schemas"]["DomainCertificateType"];
        };
        DomainCertificateMetadata: {
            expiration?: string;
            fingerprint?: string;
            subject?: string;
        };
        /** @enum {string} */
        DomainCertificateSourceType: "MANUAL" | "OKTA_MANAGED";
        /** @enum {string} */
        DomainCertificateType: "PEM";
        DomainListResponse: {
            domains?: components["schemas"]["Domain"][];
        };
        /** @enum {string} */
        DomainValidationStatus: "NOT_STARTED" | "IN_PROGRESS" | "VERIFIED" | "FAILED_TO_VERIFY" | "DOMAIN_TAKEN" | "COMPLETED";
        Duration: {
            number?: number;
            unit?: string;
        };
        EmailTemplate: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            name?: string;
        };
        EmailTemplateContent: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            body?: string;
            fromAddress?: string;
            fromName?: string;
            subject?: string;
        };
        EmailTemplateCustomization: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            body?: string;
            /** Format: date-time */
            created?: string;
            id?: string;
            isDefault?: boolean;
            /** @description unique under each email template */
            language?: string;
            /** Format: date-time */
            lastUpdated?: string;
            subject?: string;
        };
        EmailTemplateCustomizationRequest: {
            body?: string;
            isDefault?: boolean;
            /** @description unique under each email template */
            language?: string;
            subject?: string;
        };
        EmailTemplateTestRequest: {
            customizationId?: string;
        };
        /** @enum {string} */
        EmailTemplateTouchPointVariant: "OKTA_DEFAULT" | "FULL_THEME";
        EmailUserFactor: {
            profile?: components["schemas"]["EmailUserFactorProfile"];
        };
        EmailUserFactorProfile: {
            email?: string;
        };
        /** @enum {string} */
        EnabledStatus: "ENABLED" | "DISABLED";
        /** @enum {string} */
        EndUserDashboardTouchPointVariant: "OKTA_DEFAULT" | "WHITE_LOGO_BACKGROUND" | "FULL_THEME" | "LOGO_ON_FULL_WHITE_BACKGROUND";
        Error: {
            errorCauses: {
                errorSummary?: string;
            }[];
            errorCode: string;
            errorId: string;
            errorLink: string;
            errorSummary: string;
        };
        /** @enum {string} */
        ErrorPageTouchPointVariant: "OKTA_DEFAULT" | "BACKGROUND_SECONDARY_COLOR" | "BACKGROUND_IMAGE";
        EventHook: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            channel?: components["schemas"]["EventHookChannel"];
            /** Format: date-time */
            created?: string;
            createdBy?: string;
            events?: components["schemas"]["EventSubscriptions"];
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            /** @enum {string} */
            verificationStatus?: "UNVERIFIED" | "VERIFIED";
        };
        EventHookChannel: {
            config?: components["schemas"]["EventHookChannelConfig"];
            /** @enum {string} */
            type?: "HTTP";
            version?: string;
        };
        EventHookChannelConfig: {
            authScheme?: components["schemas"]["EventHookChannelConfigAuthScheme"];
            headers?: components["schemas"]["EventHookChannelConfigHeader"][];
            uri?: string;
        };
        EventHookChannelConfigAuthScheme: {
            key?: string;
            type?: components["schemas"]["EventHookChannelConfigAuthSchemeType"];
            value?: string;
        };
        /** @enum {string} */
        EventHookChannelConfigAuthSchemeType: "HEADER";
        EventHookChannelConfigHeader: {
            key?: string;
            value?: string;
        };
        EventSubscriptions: {
            items?: string[];
            /** @enum {string} */
            type?: "EVENT_TYPE" | "FLOW_EVENT";
        };
        /** @enum {string} */
        FactorProvider: "OKTA" | "RSA" | "FIDO" | "GOOGLE" | "SYMANTEC" | "DUO" | "YUBICO" | "CUSTOM" | "APPLE";
        /** @enum {string} */
        FactorResultType: "SUCCESS" | "CHALLENGE" | "WAITING" | "FAILED" | "REJECTED" | "TIMEOUT" | "TIME_WINDOW_EXCEEDED" | "PASSCODE_REPLAYED" | "ERROR" | "CANCELLED";
        /** @enum {string} */
        FactorStatus: "PENDING_ACTIVATION" | "ACTIVE" | "INACTIVE" | "NOT_SETUP" | "ENROLLED" | "DISABLED" | "EXPIRED";
        /** @enum {string} */
        FactorType: "call" | "email" | "hotp" | "push" | "question" | "sms" | "token:hardware" | "token:hotp" | "token:software:totp" | "token" | "u2f" | "web" | "webauthn";
        Feature: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            description?: string;
            id?: string;
            name?: string;
            stage?: components["schemas"]["FeatureStage"];
            status?: components["schemas"]["EnabledStatus"];
            type?: components["schemas"]["FeatureType"];
        };
        FeatureStage: {
            state?: components["schemas"]["FeatureStageState"];
            value?: components["schemas"]["FeatureStageValue"];
        };
        /** @enum {string} */
        FeatureStageState: "OPEN" | "CLOSED";
        /** @enum {string} */
        FeatureStageValue: "EA" | "BETA";
        /** @enum {string} */
        FeatureType: "self-service";
        /** @enum {string} */
        FipsEnum: "REQUIRED" | "OPTIONAL";
        ForgotPasswordResponse: {
            resetPasswordUrl?: string;
        };
        GrantTypePolicyRuleCondition: {
            include?: string[];
        };
        Group: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastMembershipUpdated?: string;
            /** Format: date-time */
            lastUpdated?: string;
            objectClass?: string[];
            profile?: components["schemas"]["GroupProfile"];
            type?: components["schemas"]["GroupType"];
        };
        GroupCondition: {
            exclude?: string[];
            include?: string[];
        };
        GroupPolicyRuleCondition: {
            exclude?: string[];
            include?: string[];
        };
        GroupProfile: {
            description?: string;
            name?: string;
        };
        GroupRule: {
            actions?: components["schemas"]["GroupRuleAction"];
            conditions?: components["schemas"]["GroupRuleConditions"];
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            status?: components["schemas"]["GroupRuleStatus"];
            type?: string;
        };
        GroupRuleAction: {
            assignUserToGroups?: components["schemas"]["GroupRuleGroupAssignment"];
        };
        GroupRuleConditions: {
            expression?: components["schemas"]["GroupRuleExpression"];
            people?: components["schemas"]["GroupRulePeopleCondition"];
        };
        GroupRuleExpression: {
            type?: string;
            value?: string;
        };
        GroupRuleGroupAssignment: {
            groupIds?: string[];
        };
        GroupRuleGroupCondition: {
            exclude?: string[];
            include?: string[];
        };
        GroupRulePeopleCondition: {
            groups?: components["schemas"]["GroupRuleGroupCondition"];
            users?: components["schemas"]["GroupRuleUserCondition"];
        };
        /** @enum {string} */
        GroupRuleStatus: "ACTIVE" | "INACTIVE" | "INVALID";
        GroupRuleUserCondition: {
            exclude?: string[];
            include?: string[];
        };
        GroupSchema: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            $schema?: string;
            created?: string;
            definitions?: components["schemas"]["GroupSchemaDefinitions"];
            description?: string;
            id?: string;
            lastUpdated?: string;
            name?: string;
            properties?: components["schemas"]["UserSchemaProperties"];
            title?: string;
            type?: string;
        };
        GroupSchemaAttribute: {
            description?: string;
            enum?: string[];
            externalName?: string;
            externalNamespace?: string;
            items?: components["schemas"]["UserSchemaAttributeItems"];
            master?: components["schemas"]["UserSchemaAttributeMaster"];
            maxLength?: number;
            minLength?: number;
            mutability?: string;
            oneOf?: components["schemas"]["UserSchemaAttributeEnum"][];
            permissions?: components["schemas"]["UserSchemaAttributePermission"][];
            required?: boolean;
            scope?: components["schemas"]["UserSchemaAttributeScope"];
            title?: string;
            type?: components["schemas"]["UserSchemaAttributeType"];
            union?: components["schemas"]["UserSchemaAttributeUnion"];
            unique?: string;
        };
        GroupSchemaBase: {
            id?: string;
            properties?: components["schemas"]["GroupSchemaBaseProperties"];
            required?: string[];
            type?: string;
        };
        GroupSchemaBaseProperties: {
            description?: components["schemas"]["GroupSchemaAttribute"];
            name?: components["schemas"]["GroupSchemaAttribute"];
        };
        GroupSchemaCustom: {
            id?: string;
            properties?: {
                [key: string]: components["schemas"]["GroupSchemaAttribute"];
            };
            required?: string[];
            type?: string;
        };
        GroupSchemaDefinitions: {
            base?: components["schemas"]["GroupSchemaBase"];
            custom?: components["schemas"]["GroupSchemaCustom"];
        };
        /** @enum {string} */
        GroupType: "OKTA_GROUP" | "APP_GROUP" | "BUILT_IN";
        HardwareUserFactor: {
            profile?: components["schemas"]["HardwareUserFactorProfile"];
        };
        HardwareUserFactorProfile: {
            credentialId?: string;
        };
        IdentityProvider: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            id?: string;
            /** @enum {string} */
            issuerMode?: "ORG_URL" | "CUSTOM_URL";
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            policy?: components["schemas"]["IdentityProviderPolicy"];
            protocol?: components["schemas"]["Protocol"];
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            /** @enum {string} */
            type?: "SAML2" | "GOOGLE" | "FACEBOOK" | "LINKEDIN" | "MICROSOFT" | "OIDC" | "OKTA" | "IWA" | "AgentlessDSSO" | "X509";
        };
        IdentityProviderApplicationUser: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            created?: string;
            externalId?: string;
            id?: string;
            lastUpdated?: string;
            profile?: {
                [key: string]: Record<string, unknown>;
            };
        };
        IdentityProviderCredentials: {
            client?: components["schemas"]["IdentityProviderCredentialsClient"];
            signing?: components["schemas"]["IdentityProviderCredentialsSigning"];
            trust?: components["schemas"]["IdentityProviderCredentialsTrust"];
        };
        IdentityProviderCredentialsClient: {
            client_id?: string;
            client_secret?: string;
        };
        IdentityProviderCredentialsSigning: {
            kid?: string;
            privateKey?: string;
            teamId?: string;
        };
        IdentityProviderCredentialsTrust: {
            audience?: string;
            issuer?: string;
            kid?: string;
            /** @enum {string} */
            revocation?: "CRL" | "DELTA_CRL" | "OCSP";
            revocationCacheLifetime?: number;
        };
        IdentityProviderPolicy: {
            accountLink?: components["schemas"]["PolicyAccountLink"];
            maxClockSkew?: number;
            provisioning?: components["schemas"]["Provisioning"];
            subject?: components["schemas"]["PolicySubject"];
        };
        IdentityProviderPolicyRuleCondition: {
            idpIds?: string[];
            /** @enum {string} */
            provider?: "ANY" | "OKTA" | "SPECIFIC_IDP";
        };
        IdpPolicyRuleAction: {
            providers?: components["schemas"]["IdpPolicyRuleActionProvider"][];
        };
        IdpPolicyRuleActionProvider: {
            id?: string;
            type?: string;
        };
        /** @enum {string} */
        IframeEmbedScopeAllowedApps: "OKTA_ENDUSER";
        ImageUploadResponse: {
            url?: string;
        };
        InactivityPolicyRuleCondition: {
            number?: number;
            unit?: string;
        };
        InlineHook: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            channel?: components["schemas"]["InlineHookChannel"];
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            status?: components["schemas"]["InlineHookStatus"];
            type?: components["schemas"]["InlineHookType"];
            version?: string;
        };
        InlineHookChannel: {
            config?: components["schemas"]["InlineHookChannelConfig"];
            /** @enum {string} */
            type?: "HTTP";
            version?: string;
        };
        InlineHookChannelConfig: {
            authScheme?: components["schemas"]["InlineHookChannelConfigAuthScheme"];
            headers?: components["schemas"]["InlineHookChannelConfigHeaders"][];
            method?: string;
            uri?: string;
        };
        InlineHookChannelConfigAuthScheme: {
            key?: string;
            type?: string;
            value?: string;
        };
        InlineHookChannelConfigHeaders: {
            key?: string;
            value?: string;
        };
        InlineHookPayload: Record<string, unknown>;
        InlineHookResponse: {
            commands?: components["schemas"]["InlineHookResponseCommands"][];
        };
        InlineHookResponseCommands: {
            type?: string;
            value?: components["schemas"]["InlineHookResponseCommandValue"][];
        };
        InlineHookResponseCommandValue: {
            op?: string;
            path?: string;
            value?: string;
        };
        /** @enum {string} */
        InlineHookStatus: "ACTIVE" | "INACTIVE";
        /** @enum {string} */
        InlineHookType: "com.okta.oauth2.tokens.transform" | "com.okta.import.transform" | "com.okta.saml.tokens.transform" | "com.okta.user.pre-registration" | "com.okta.user.credential.password.import";
        IonField: {
            form?: components["schemas"]["IonForm"];
            label?: string;
            mutable?: boolean;
            name?: string;
            required?: boolean;
            secret?: boolean;
            type?: string;
            value?: {
                [key: string]: Record<string, unknown>;
            };
            visible?: boolean;
        };
        IonForm: {
            accepts?: string;
            href?: string;
            method?: string;
            name?: string;
            produces?: string;
            refresh?: number;
            rel?: string[];
            relatesTo?: string[];
            value?: components["schemas"]["IonField"][];
        };
        JsonWebKey: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            alg?: string;
            /** Format: date-time */
            created?: string;
            e?: string;
            /** Format: date-time */
            expiresAt?: string;
            key_ops?: string[];
            kid?: string;
            kty?: string;
            /** Format: date-time */
            lastUpdated?: string;
            n?: string;
            status?: string;
            use?: string;
            x5c?: string[];
            x5t?: string;
            "x5t#S256"?: string;
            x5u?: string;
        };
        JwkUse: {
            /** @enum {string} */
            use?: "sig";
        };
        KnowledgeConstraint: unknown;
        LifecycleCreateSettingObject: {
            status?: components["schemas"]["EnabledStatus"];
        };
        LifecycleDeactivateSettingObject: {
            status?: components["schemas"]["EnabledStatus"];
        };
        LifecycleExpirationPolicyRuleCondition: {
            lifecycleStatus?: string;
            number?: number;
            unit?: string;
        };
        LinkedObject: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            associated?: components["schemas"]["LinkedObjectDetails"];
            primary?: components["schemas"]["LinkedObjectDetails"];
        };
        LinkedObjectDetails: {
            description?: string;
            name?: string;
            title?: string;
            type?: components["schemas"]["LinkedObjectDetailsType"];
        };
        /** @enum {string} */
        LinkedObjectDetailsType: "USER";
        LogActor: {
            alternateId?: string;
            detail?: {
                [key: string]: Record<string, unknown>;
            };
            displayName?: string;
            id?: string;
            type?: string;
        };
        LogAuthenticationContext: {
            authenticationProvider?: components["schemas"]["LogAuthenticationProvider"];
            authenticationStep?: number;
            credentialProvider?: components["schemas"]["LogCredentialProvider"];
            credentialType?: components["schemas"]["LogCredentialType"];
            externalSessionId?: string;
            interface?: string;
            issuer?: components["schemas"]["LogIssuer"];
        };
        /** @enum {string} */
        LogAuthenticationProvider: "OKTA_AUTHENTICATION_PROVIDER" | "ACTIVE_DIRECTORY" | "LDAP" | "FEDERATION" | "SOCIAL" | "FACTOR_PROVIDER";
        LogClient: {
            device?: string;
            geographicalContext?: components["schemas"]["LogGeographicalContext"];
            id?: string;
            ipAddress?: string;
            userAgent?: components["schemas"]["LogUserAgent"];
            zone?: string;
        };
        /** @enum {string} */
        LogCredentialProvider: "OKTA_AUTHENTICATION_PROVIDER" | "OKTA_CREDENTIAL_PROVIDER" | "RSA" | "SYMANTEC" | "GOOGLE" | "DUO" | "YUBIKEY" | "APPLE";
        /** @enum {string} */
        LogCredentialType: "OTP" | "SMS" | "PASSWORD" | "ASSERTION" | "IWA" | "EMAIL" | "OAUTH2" | "JWT";
        LogDebugContext: {
            debugData?: {
                [key: string]: Record<string, unknown>;
            };
        };
        LogEvent: {
            actor?: components["schemas"]["LogActor"];
            authenticationContext?: components["schemas"]["LogAuthenticationContext"];
            client?: components["schemas"]["LogClient"];
            debugContext?: components["schemas"]["LogDebugContext"];
            displayMessage?: string;
            eventType?: string;
            legacyEventType?: string;
            outcome?: components["schemas"]["LogOutcome"];
            /** Format: date-time */
            published?: string;
            request?: components["schemas"]["LogRequest"];
            securityContext?: components["schemas"]["LogSecurityContext"];
            severity?: components["schemas"]["LogSeverity"];
            target?: components["schemas"]["LogTarget"][];
            transaction?: components["schemas"]["LogTransaction"];
            uuid?: string;
            version?: string;
        };
        LogGeographicalContext: {
            city?: string;
            country?: string;
            geolocation?: components["schemas"]["LogGeolocation"];
            postalCode?: string;
            state?: string;
        };
        LogGeolocation: {
            /** Format: double */
            lat?: number;
            /** Format: double */
            lon?: number;
        };
        LogIpAddress: {
            geographicalContext?: components["schemas"]["LogGeographicalContext"];
            ip?: string;
            source?: string;
            version?: string;
        };
        LogIssuer: {
            id?: string;
            type?: string;
        };
        LogOutcome: {
            reason?: string;
            result?: string;
        };
        LogRequest: {
            ipChain?: components["schemas"]["LogIpAddress"][];
        };
        LogSecurityContext: {
            asNumber?: number;
            asOrg?: string;
            domain?: string;
            isp?: string;
            isProxy?: boolean;
        };
        /** @enum {string} */
        LogSeverity: "DEBUG" | "INFO" | "WARN" | "ERROR";
        LogTarget: {
            alternateId?: string;
            detailEntry?: {
                [key: string]: Record<string, unknown>;
            };
            displayName?: string;
            id?: string;
            type?: string;
        };
        LogTransaction: {
            detail?: {
                [key: string]: Record<string, unknown>;
            };
            id?: string;
            type?: string;
        };
        LogUserAgent: {
            browser?: string;
            os?: string;
            rawUserAgent?: string;
        };
        MDMEnrollmentPolicyRuleCondition: {
            blockNonSafeAndroid?: boolean;
            /** @enum {string} */
            enrollment?: "OMM" | "ANY_OR_NONE";
        };
        NetworkZone: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            asns?: string[];
            /** Format: date-time */
            created?: string;
            gateways?: components["schemas"]["NetworkZoneAddress"][];
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            locations?: components["schemas"]["NetworkZoneLocation"][];
            name?: string;
            proxies?: components["schemas"]["NetworkZoneAddress"][];
            proxyType?: string;
            status?: components["schemas"]["NetworkZoneStatus"];
            system?: boolean;
            type?: components["schemas"]["NetworkZoneType"];
            usage?: components["schemas"]["NetworkZoneUsage"];
        };
        NetworkZoneAddress: {
            type?: components["schemas"]["NetworkZoneAddressType"];
            value?: string;
        };
        /** @enum {string} */
        NetworkZoneAddressType: "CIDR" | "RANGE";
        NetworkZoneLocation: {
            country?: string;
            region?: string;
        };
        /** @enum {string} */
        NetworkZoneStatus: "ACTIVE" | "INACTIVE";
        /** @enum {string} */
        NetworkZoneType: "IP" | "DYNAMIC";
        /** @enum {string} */
        NetworkZoneUsage: "POLICY" | "BLOCKLIST";
        /** @enum {string} */
        NotificationType: "CONNECTOR_AGENT" | "USER_LOCKED_OUT" | "APP_IMPORT" | "LDAP_AGENT" | "AD_AGENT" | "OKTA_ANNOUNCEMENT" | "OKTA_ISSUE" | "OKTA_UPDATE" | "IWA_AGENT" | "USER_DEPROVISION" | "REPORT_SUSPICIOUS_ACTIVITY" | "RATELIMIT_NOTIFICATION";
        OAuth2Actor: {
            id?: string;
            type?: string;
        };
        OAuth2Claim: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            alwaysIncludeInToken?: boolean;
            /** @enum {string} */
            claimType?: "IDENTITY" | "RESOURCE";
            conditions?: components["schemas"]["OAuth2ClaimConditions"];
            /** @enum {string} */
            group_filter_type?: "STARTS_WITH" | "EQUALS" | "CONTAINS" | "REGEX";
            id?: string;
            name?: string;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            system?: boolean;
            value?: string;
            /** @enum {string} */
            valueType?: "EXPRESSION" | "GROUPS" | "SYSTEM";
        };
        OAuth2ClaimConditions: {
            scopes?: string[];
        };
        OAuth2Client: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            client_id?: string;
            client_name?: string;
            client_uri?: string;
            logo_uri?: string;
        };
        OAuth2RefreshToken: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            clientId?: string;
            /** Format: date-time */
            created?: string;
            createdBy?: components["schemas"]["OAuth2Actor"];
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            issuer?: string;
            /** Format: date-time */
            lastUpdated?: string;
            scopes?: string[];
            /** @enum {string} */
            status?: "ACTIVE" | "REVOKED";
            userId?: string;
        };
        OAuth2Scope: {
            /** @enum {string} */
            consent?: "REQUIRED" | "IMPLICIT" | "ADMIN";
            default?: boolean;
            description?: string;
            displayName?: string;
            id?: string;
            /** @enum {string} */
            metadataPublish?: "ALL_CLIENTS" | "NO_CLIENTS";
            name?: string;
            system?: boolean;
        };
        OAuth2ScopeConsentGrant: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            clientId?: string;
            /** Format: date-time */
            created?: string;
            createdBy?: components["schemas"]["OAuth2Actor"];
            id?: string;
            issuer?: string;
            /** Format: date-time */
            lastUpdated?: string;
            scopeId?: string;
            source?: components["schemas"]["OAuth2ScopeConsentGrantSource"];
            status?: components["schemas"]["OAuth2ScopeConsentGrantStatus"];
            userId?: string;
        };
        /** @enum {string} */
        OAuth2ScopeConsentGrantSource: "END_USER" | "ADMIN";
        /** @enum {string} */
        OAuth2ScopeConsentGrantStatus: "ACTIVE" | "REVOKED";
        OAuth2ScopesMediationPolicyRuleCondition: {
            include?: string[];
        };
        OAuth2Token: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            clientId?: string;
            /** Format: date-time */
            created?: string;
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            issuer?: string;
            /** Format: date-time */
            lastUpdated?: string;
            scopes?: string[];
            /** @enum {string} */
            status?: "ACTIVE" | "REVOKED";
            userId?: string;
        };
        OAuthApplicationCredentials: {
            oauthClient?: components["schemas"]["ApplicationCredentialsOAuthClient"];
        };
        OAuthAuthorizationPolicy: unknown;
        /** @enum {string} */
        OAuthEndpointAuthenticationMethod: "none" | "client_secret_post" | "client_secret_basic" | "client_secret_jwt" | "private_key_jwt";
        /** @enum {string} */
        OAuthGrantType: "authorization_code" | "implicit" | "password" | "refresh_token" | "client_credentials" | "saml2_bearer" | "device_code" | "token_exchange" | "interaction_code";
        /** @enum {string} */
        OAuthResponseType: "code" | "token" | "id_token";
        OktaSignOnPolicy: {
            conditions?: components["schemas"]["OktaSignOnPolicyConditions"];
        };
        OktaSignOnPolicyConditions: {
            people?: components["schemas"]["PolicyPeopleCondition"];
        };
        OktaSignOnPolicyRule: {
            actions?: components["schemas"]["OktaSignOnPolicyRuleActions"];
            conditions?: components["schemas"]["OktaSignOnPolicyRuleConditions"];
            name?: string;
        };
        OktaSignOnPolicyRuleActions: {
            signon?: components["schemas"]["OktaSignOnPolicyRuleSignonActions"];
        };
        OktaSignOnPolicyRuleConditions: {
            authContext?: components["schemas"]["PolicyRuleAuthContextCondition"];
            network?: components["schemas"]["PolicyNetworkCondition"];
            people?: components["schemas"]["PolicyPeopleCondition"];
        };
        OktaSignOnPolicyRuleSignonActions: {
            /** @enum {string} */
            access?: "ALLOW" | "DENY";
            factorLifetime?: number;
            /** @enum {string} */
            factorPromptMode?: "ALWAYS" | "DEVICE" | "SESSION";
            /** @default false */
            rememberDeviceByDefault: boolean;
            /** @default false */
            requireFactor: boolean;
            session?: components["schemas"]["OktaSignOnPolicyRuleSignonSessionActions"];
        };
        OktaSignOnPolicyRuleSignonSessionActions: {
            /** @default 120 */
            maxSessionIdleMinutes: number;
            /** @default 0 */
            maxSessionLifetimeMinutes: number;
            /** @default false */
            usePersistentCookie: boolean;
        };
        OpenIdConnectApplication: {
            credentials?: components["schemas"]["OAuthApplicationCredentials"];
            /** @default oidc_client */
            name: unknown;
            settings?: components["schemas"]["OpenIdConnectApplicationSettings"];
        };
        /** @enum {string} */
        OpenIdConnectApplicationConsentMethod: "REQUIRED" | "TRUSTED";
        OpenIdConnectApplicationIdpInitiatedLogin: {
            default_scope?: string[];
            mode?: string;
        };
        /** @enum {string} */
        OpenIdConnectApplicationIssuerMode: "CUSTOM_URL" | "ORG_URL";
        OpenIdConnectApplicationSettings: {
            oauthClient?: components["schemas"]["OpenIdConnectApplicationSettingsClient"];
        };
        OpenIdConnectApplicationSettingsClient: {
            application_type?: components["schemas"]["OpenIdConnectApplicationType"];
            client_uri?: string;
            consent_method?: components["schemas"]["OpenIdConnectApplicationConsentMethod"];
            grant_types?: components["schemas"]["OAuthGrantType"][];
            idp_initiated_login?: components["schemas"]["OpenIdConnectApplicationIdpInitiatedLogin"];
            initiate_login_uri?: string;
            issuer_mode?: components["schemas"]["OpenIdConnectApplicationIssuerMode"];
            jwks?: components["schemas"]["OpenIdConnectApplicationSettingsClientKeys"];
            logo_uri?: string;
            policy_uri?: string;
            post_logout_redirect_uris?: string[];
            redirect_uris?: string[];
            refresh_token?: components["schemas"]["OpenIdConnectApplicationSettingsRefreshToken"];
            response_types?: components["schemas"]["OAuthResponseType"][];
            tos_uri?: string;
            wildcard_redirect?: string;
        };
        OpenIdConnectApplicationSettingsClientKeys: {
            keys?: components["schemas"]["JsonWebKey"][];
        };
        OpenIdConnectApplicationSettingsRefreshToken: {
            leeway?: number;
            rotation_type?: components["schemas"]["OpenIdConnectRefreshTokenRotationType"];
        };
        /** @enum {string} */
        OpenIdConnectApplicationType: "web" | "native" | "browser" | "service";
        /** @enum {string} */
        OpenIdConnectRefreshTokenRotationType: "rotate" | "static";
        Org2OrgApplication: {
            /** @default okta_org2org */
            name: unknown;
            settings?: components["schemas"]["Org2OrgApplicationSettings"];
        };
        Org2OrgApplicationSettings: {
            app?: components["schemas"]["Org2OrgApplicationSettingsApp"];
        };
        Org2OrgApplicationSettingsApp: {
            acsUrl?: string;
            audRestriction?: string;
            baseUrl?: string;
        };
        /** @enum {string} */
        OrgContactType: "BILLING" | "TECHNICAL";
        OrgContactTypeObj: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            contactType?: components["schemas"]["OrgContactType"];
        };
        OrgContactUser: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            userId?: string;
        };
        OrgOktaCommunicationSetting: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            optOutEmailUsers?: boolean;
        };
        /** @enum {string} */
        OrgOktaSupportSetting: "DISABLED" | "ENABLED";
        OrgOktaSupportSettingsObj: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            expiration?: string;
            support?: components["schemas"]["OrgOktaSupportSetting"];
        };
        OrgPreferences: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            showEndUserFooter?: boolean;
        };
        OrgSetting: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            address1?: string;
            address2?: string;
            city?: string;
            companyName?: string;
            country?: string;
            /** Format: date-time */
            created?: string;
            endUserSupportHelpURL?: string;
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            phoneNumber?: string;
            postalCode?: string;
            state?: string;
            status?: string;
            subdomain?: string;
            supportPhoneNumber?: string;
            website?: string;
        };
        PasswordCredential: {
            hash?: components["schemas"]["PasswordCredentialHash"];
            hook?: components["schemas"]["PasswordCredentialHook"];
            /** Format: password */
            value?: string;
        };
        PasswordCredentialHash: {
            algorithm?: components["schemas"]["PasswordCredentialHashAlgorithm"];
            salt?: string;
            saltOrder?: string;
            value?: string;
            workFactor?: number;
        };
        /** @enum {string} */
        PasswordCredentialHashAlgorithm: "BCRYPT" | "SHA-512" | "SHA-256" | "SHA-1" | "MD5";
        PasswordCredentialHook: {
            type?: string;
        };
        PasswordDictionary: {
            common?: components["schemas"]["PasswordDictionaryCommon"];
        };
        PasswordDictionaryCommon: {
            /** @default false */
            exclude: boolean;
        };
        PasswordExpirationPolicyRuleCondition: {
            number?: number;
            unit?: string;
        };
        PasswordPolicy: {
            conditions?: components["schemas"]["PasswordPolicyConditions"];
            settings?: components["schemas"]["PasswordPolicySettings"];
        };
        PasswordPolicyAuthenticationProviderCondition: {
            include?: string[];
            /** @enum {string} */
            provider?: "ACTIVE_DIRECTORY" | "ANY" | "LDAP" | "OKTA";
        };
        PasswordPolicyConditions: {
            authProvider?: components["schemas"]["PasswordPolicyAuthenticationProviderCondition"];
            people?: components["schemas"]["PolicyPeopleCondition"];
        };
        PasswordPolicyDelegationSettings: {
            options?: components["schemas"]["PasswordPolicyDelegationSettingsOptions"];
        };
        PasswordPolicyDelegationSettingsOptions: {
            skipUnlock?: boolean;
        };
        PasswordPolicyPasswordSettings: {
            age?: components["schemas"]["PasswordPolicyPasswordSettingsAge"];
            complexity?: components["schemas"]["PasswordPolicyPasswordSettingsComplexity"];
            lockout?: components["schemas"]["PasswordPolicyPasswordSettingsLockout"];
        };
        PasswordPolicyPasswordSettingsAge: {
            /** @default 0 */
            expireWarnDays: number;
            /** @default 0 */
            historyCount: number;
            /** @default 0 */
            maxAgeDays: number;
            /** @default 0 */
            minAgeMinutes: number;
        };
        PasswordPolicyPasswordSettingsComplexity: {
            dictionary?: components["schemas"]["PasswordDictionary"];
            /** @default 1 */
            excludeAttributes: string[];
            /** @default true */
            excludeUsername: boolean;
            /** @default 8 */
            minLength: number;
            /** @default 1 */
            minLowerCase: number;
            /** @default 1 */
            minNumber: number;
            /** @default 1 */
            minSymbol: number;
            /** @default 1 */
            minUpperCase: number;
        };
        PasswordPolicyPasswordSettingsLockout: {
            autoUnlockMinutes?: number;
            maxAttempts?: number;
            showLockoutFailures?: boolean;
            userLockoutNotificationChannels?: string[];
        };
        PasswordPolicyRecoveryEmail: {
            properties?: components["schemas"]["PasswordPolicyRecoveryEmailProperties"];
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
        };
        PasswordPolicyRecoveryEmailProperties: {
            recoveryToken?: components["schemas"]["PasswordPolicyRecoveryEmailRecoveryToken"];
        };
        PasswordPolicyRecoveryEmailRecoveryToken: {
            /** @default 10080 */
            tokenLifetimeMinutes: number;
        };
        PasswordPolicyRecoveryFactors: {
            okta_call?: components["schemas"]["PasswordPolicyRecoveryFactorSettings"];
            okta_email?: components["schemas"]["PasswordPolicyRecoveryEmail"];
            okta_sms?: components["schemas"]["PasswordPolicyRecoveryFactorSettings"];
            recovery_question?: components["schemas"]["PasswordPolicyRecoveryQuestion"];
        };
        PasswordPolicyRecoveryFactorSettings: {
            /**
             * @default INACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "INACTIVE";
        };
        PasswordPolicyRecoveryQuestion: {
            properties?: components["schemas"]["PasswordPolicyRecoveryQuestionProperties"];
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
        };
        PasswordPolicyRecoveryQuestionComplexity: {
            minLength?: number;
        };
        PasswordPolicyRecoveryQuestionProperties: {
            complexity?: components["schemas"]["PasswordPolicyRecoveryQuestionComplexity"];
        };
        PasswordPolicyRecoverySettings: {
            factors?: components["schemas"]["PasswordPolicyRecoveryFactors"];
        };
        PasswordPolicyRule: {
            actions?: components["schemas"]["PasswordPolicyRuleActions"];
            conditions?: components["schemas"]["PasswordPolicyRuleConditions"];
            name?: string;
        };
        PasswordPolicyRuleAction: {
            /** @enum {string} */
            access?: "ALLOW" | "DENY";
        };
        PasswordPolicyRuleActions: {
            passwordChange?: components["schemas"]["PasswordPolicyRuleAction"];
            selfServicePasswordReset?: components["schemas"]["PasswordPolicyRuleAction"];
            selfServiceUnlock?: components["schemas"]["PasswordPolicyRuleAction"];
        };
        PasswordPolicyRuleConditions: {
            network?: components["schemas"]["PolicyNetworkCondition"];
            people?: components["schemas"]["PolicyPeopleCondition"];
        };
        PasswordPolicySettings: {
            delegation?: components["schemas"]["PasswordPolicyDelegationSettings"];
            password?: components["schemas"]["PasswordPolicyPasswordSettings"];
            recovery?: components["schemas"]["PasswordPolicyRecoverySettings"];
        };
        PasswordSettingObject: {
            change?: components["schemas"]["ChangeEnum"];
            seed?: components["schemas"]["SeedEnum"];
            status?: components["schemas"]["EnabledStatus"];
        };
        PlatformConditionEvaluatorPlatform: {
            os?: components["schemas"]["PlatformConditionEvaluatorPlatformOperatingSystem"];
            /** @enum {string} */
            type?: "DESKTOP" | "MOBILE" | "OTHER" | "ANY";
        };
        PlatformConditionEvaluatorPlatformOperatingSystem: {
            expression?: string;
            /** @enum {string} */
            type?: "ANDROID" | "IOS" | "WINDOWS" | "OSX" | "OTHER" | "ANY";
            version?: components["schemas"]["PlatformConditionEvaluatorPlatformOperatingSystemVersion"];
        };
        PlatformConditionEvaluatorPlatformOperatingSystemVersion: {
            /** @enum {string} */
            matchType?: "EXPRESSION" | "SEMVER";
            value?: string;
        };
        PlatformPolicyRuleCondition: {
            exclude?: components["schemas"]["PlatformConditionEvaluatorPlatform"][];
            include?: components["schemas"]["PlatformConditionEvaluatorPlatform"][];
        };
        Policy: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            conditions?: components["schemas"]["PolicyRuleConditions"];
            /** Format: date-time */
            created?: string;
            description?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            priority?: number;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            system?: boolean;
            type?: components["schemas"]["PolicyType"];
        };
        PolicyAccountLink: {
            /** @enum {string} */
            action?: "AUTO" | "DISABLED";
            filter?: components["schemas"]["PolicyAccountLinkFilter"];
        };
        PolicyAccountLinkFilter: {
            groups?: components["schemas"]["PolicyAccountLinkFilterGroups"];
        };
        PolicyAccountLinkFilterGroups: {
            include?: string[];
        };
        PolicyNetworkCondition: {
            /** @enum {string} */
            connection?: "ANYWHERE" | "ZONE";
            exclude?: string[];
            include?: string[];
        };
        PolicyPeopleCondition: {
            groups?: components["schemas"]["GroupCondition"];
            users?: components["schemas"]["UserCondition"];
        };
        PolicyRule: {
            actions?: components["schemas"]["PolicyRuleActions"];
            conditions?: components["schemas"]["PolicyRuleConditions"];
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            priority?: number;
            /**
             * @default ACTIVE
             * @enum {string}
             */
            status: "ACTIVE" | "INACTIVE";
            /** @default false */
            system: boolean;
            /** @enum {string} */
            type?: "SIGN_ON" | "PASSWORD";
        };
        PolicyRuleActions: {
            enroll?: components["schemas"]["PolicyRuleActionsEnroll"];
            idp?: components["schemas"]["IdpPolicyRuleAction"];
            passwordChange?: components["schemas"]["PasswordPolicyRuleAction"];
            selfServicePasswordReset?: components["schemas"]["PasswordPolicyRuleAction"];
            selfServiceUnlock?: components["schemas"]["PasswordPolicyRuleAction"];
            signon?: components["schemas"]["OktaSignOnPolicyRuleSignonActions"];
        };
        PolicyRuleActionsEnroll: {
            self?: components["schemas"]["PolicyRuleActionsEnrollSelf"];
        };
        /** @enum {string} */
        PolicyRuleActionsEnrollSelf: "CHALLENGE" | "LOGIN" | "NEVER";
        PolicyRuleAuthContextCondition: {
            /** @enum {string} */
            authType?: "ANY" | "RADIUS";
        };
        PolicyRuleConditions: {
            app?: components["schemas"]["AppAndInstancePolicyRuleCondition"];
            apps?: components["schemas"]["AppInstancePolicyRuleCondition"];
            authContext?: components["schemas"]["PolicyRuleAuthContextCondition"];
            authProvider?: components["schemas"]["PasswordPolicyAuthenticationProviderCondition"];
            beforeScheduledAction?: components["schemas"]["BeforeScheduledActionPolicyRuleCondition"];
            clients?: components["schemas"]["ClientPolicyCondition"];
            context?: components["schemas"]["ContextPolicyRuleCondition"];
            device?: components["schemas"]["DevicePolicyRuleCondition"];
            grantTypes?: components["schemas"]["GrantTypePolicyRuleCondition"];
            groups?: components["schemas"]["GroupPolicyRuleCondition"];
            identityProvider?: components["schemas"]["IdentityProviderPolicyRuleCondition"];
            mdmEnrollment?: components["schemas"]["MDMEnrollmentPolicyRuleCondition"];
            network?: components["schemas"]["PolicyNetworkCondition"];
            people?: components["schemas"]["PolicyPeopleCondition"];
            platform?: components["schemas"]["PlatformPolicyRuleCondition"];
            risk?: components["schemas"]["RiskPolicyRuleCondition"];
            riskScore?: components["schemas"]["RiskScorePolicyRuleCondition"];
            scopes?: components["schemas"]["OAuth2ScopesMediationPolicyRuleCondition"];
            userIdentifier?: components["schemas"]["UserIdentifierPolicyRuleCondition"];
            users?: components["schemas"]["UserPolicyRuleCondition"];
            userStatus?: components["schemas"]["UserStatusPolicyRuleCondition"];
        };
        PolicySubject: {
            filter?: string;
            format?: string[];
            matchAttribute?: string;
            matchType?: components["schemas"]["PolicySubjectMatchType"];
            userNameTemplate?: components["schemas"]["PolicyUserNameTemplate"];
        };
        /** @enum {string} */
        PolicySubjectMatchType: "USERNAME" | "EMAIL" | "USERNAME_OR_EMAIL" | "CUSTOM_ATTRIBUTE";
        /** @enum {string} */
        PolicyType: "OAUTH_AUTHORIZATION_POLICY" | "OKTA_SIGN_ON" | "PASSWORD" | "IDP_DISCOVERY" | "PROFILE_ENROLLMENT" | "ACCESS_POLICY";
        PolicyUserNameTemplate: {
            template?: string;
        };
        PossessionConstraint: {
            deviceBound?: string;
            hardwareProtection?: string;
            phishingResistant?: string;
            userPresence?: string;
        };
        PreRegistrationInlineHook: {
            inlineHookId?: string;
        };
        ProfileEnrollmentPolicy: unknown;
        ProfileEnrollmentPolicyRule: {
            actions?: components["schemas"]["ProfileEnrollmentPolicyRuleActions"];
            name?: string;
        };
        ProfileEnrollmentPolicyRuleAction: {
            access?: string;
            activationRequirements?: components["schemas"]["ProfileEnrollmentPolicyRuleActivationRequirement"];
            preRegistrationInlineHooks?: components["schemas"]["PreRegistrationInlineHook"][];
            profileAttributes?: components["schemas"]["ProfileEnrollmentPolicyRuleProfileAttribute"][];
            targetGroupIds?: string[];
            uiSchemaId?: string;
            unknownUserAction?: string;
        };
        ProfileEnrollmentPolicyRuleActions: {
            profileEnrollment?: components["schemas"]["ProfileEnrollmentPolicyRuleAction"];
        };
        ProfileEnrollmentPolicyRuleActivationRequirement: {
            emailVerification?: boolean;
        };
        ProfileEnrollmentPolicyRuleProfileAttribute: {
            label?: string;
            name?: string;
            required?: boolean;
        };
        ProfileMapping: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            id?: string;
            properties?: {
                [key: string]: components["schemas"]["ProfileMappingProperty"];
            };
            source?: components["schemas"]["ProfileMappingSource"];
            target?: components["schemas"]["ProfileMappingSource"];
        };
        ProfileMappingProperty: {
            expression?: string;
            pushStatus?: components["schemas"]["ProfileMappingPropertyPushStatus"];
        };
        /** @enum {string} */
        ProfileMappingPropertyPushStatus: "PUSH" | "DONT_PUSH";
        ProfileMappingSource: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            id?: string;
            name?: string;
            type?: string;
        };
        ProfileSettingObject: {
            status?: components["schemas"]["EnabledStatus"];
        };
        Protocol: {
            algorithms?: components["schemas"]["ProtocolAlgorithms"];
            credentials?: components["schemas"]["IdentityProviderCredentials"];
            endpoints?: components["schemas"]["ProtocolEndpoints"];
            issuer?: components["schemas"]["ProtocolEndpoint"];
            relayState?: components["schemas"]["ProtocolRelayState"];
            scopes?: string[];
            settings?: components["schemas"]["ProtocolSettings"];
            /** @enum {string} */
            type?: "SAML2" | "OIDC" | "OAUTH2" | "MTLS";
        };
        ProtocolAlgorithms: {
            request?: components["schemas"]["ProtocolAlgorithmType"];
            response?: components["schemas"]["ProtocolAlgorithmType"];
        };
        ProtocolAlgorithmType: {
            signature?: components["schemas"]["ProtocolAlgorithmTypeSignature"];
        };
        ProtocolAlgorithmTypeSignature: {
            algorithm?: string;
            /** @enum {string} */
            scope?: "RESPONSE" | "TOKEN" | "ANY" | "REQUEST" | "NONE";
        };
        ProtocolEndpoint: {
            /** @enum {string} */
            binding?: "HTTP-POST" | "HTTP-REDIRECT";
            destination?: string;
            /** @enum {string} */
            type?: "INSTANCE" | "ORG";
            url?: string;
        };
        ProtocolEndpoints: {
            acs?: components["schemas"]["ProtocolEndpoint"];
            authorization?: components["schemas"]["ProtocolEndpoint"];
            jwks?: components["schemas"]["ProtocolEndpoint"];
            metadata?: components["schemas"]["ProtocolEndpoint"];
            slo?: components["schemas"]["ProtocolEndpoint"];
            sso?: components["schemas"]["ProtocolEndpoint"];
            token?: components["schemas"]["ProtocolEndpoint"];
            userInfo?: components["schemas"]["ProtocolEndpoint"];
        };
        ProtocolRelayState: {
            format?: components["schemas"]["ProtocolRelayStateFormat"];
        };
        /** @enum {string} */
        ProtocolRelayStateFormat: "OPAQUE" | "FROM_URL";
        ProtocolSettings: {
            nameFormat?: string;
        };
        Provisioning: {
            /** @enum {string} */
            action?: "AUTO" | "CALLOUT" | "DISABLED";
            conditions?: components["schemas"]["ProvisioningConditions"];
            groups?: components["schemas"]["ProvisioningGroups"];
            profileMaster?: boolean;
        };
        ProvisioningConditions: {
            deprovisioned?: components["schemas"]["ProvisioningDeprovisionedCondition"];
            suspended?: components["schemas"]["ProvisioningSuspendedCondition"];
        };
        ProvisioningConnection: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            authScheme?: components["schemas"]["ProvisioningConnectionAuthScheme"];
            status?: components["schemas"]["ProvisioningConnectionStatus"];
        };
        /** @enum {string} */
        ProvisioningConnectionAuthScheme: "TOKEN" | "UNKNOWN";
        ProvisioningConnectionProfile: {
            authScheme?: components["schemas"]["ProvisioningConnectionAuthScheme"];
            token?: string;
        };
        ProvisioningConnectionRequest: {
            profile?: components["schemas"]["ProvisioningConnectionProfile"];
        };
        /** @enum {string} */
        ProvisioningConnectionStatus: "DISABLED" | "ENABLED" | "UNKNOWN";
        ProvisioningDeprovisionedCondition: {
            /** @enum {string} */
            action?: "NONE" | "REACTIVATE";
        };
        ProvisioningGroups: {
            /** @enum {string} */
            action?: "NONE" | "APPEND" | "SYNC" | "ASSIGN";
            assignments?: string[];
            filter?: string[];
            sourceAttributeName?: string;
        };
        ProvisioningSuspendedCondition: {
            /** @enum {string} */
            action?: "NONE" | "UNSUSPEND";
        };
        PushUserFactor: {
            /** Format: date-time */
            expiresAt?: string;
            factorResult?: components["schemas"]["FactorResultType"];
            profile?: components["schemas"]["PushUserFactorProfile"];
        };
        PushUserFactorProfile: {
            credentialId?: string;
            deviceToken?: string;
            deviceType?: string;
            name?: string;
            platform?: string;
            version?: string;
        };
        RecoveryQuestionCredential: {
            answer?: string;
            question?: string;
        };
        /** @enum {string} */
        RequiredEnum: "ALWAYS" | "HIGH_RISK_ONLY" | "NEVER";
        ResetPasswordToken: {
            resetPasswordUrl?: string;
        };
        ResponseLinks: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
        };
        RiskPolicyRuleCondition: {
            behaviors?: string[];
        };
        RiskScorePolicyRuleCondition: {
            level?: string;
        };
        Role: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            assignmentType?: components["schemas"]["RoleAssignmentType"];
            /** Format: date-time */
            created?: string;
            description?: string;
            id?: string;
            label?: string;
            /** Format: date-time */
            lastUpdated?: string;
            status?: components["schemas"]["RoleStatus"];
            type?: components["schemas"]["RoleType"];
        };
        /** @enum {string} */
        RoleAssignmentType: "GROUP" | "USER";
        /** @enum {string} */
        RoleStatus: "ACTIVE" | "INACTIVE";
        /** @enum {string} */
        RoleType: "SUPER_ADMIN" | "ORG_ADMIN" | "APP_ADMIN" | "USER_ADMIN" | "HELP_DESK_ADMIN" | "READ_ONLY_ADMIN" | "MOBILE_ADMIN" | "API_ACCESS_MANAGEMENT_ADMIN" | "REPORT_ADMIN" | "GROUP_MEMBERSHIP_ADMIN";
        SamlApplication: {
            settings?: components["schemas"]["SamlApplicationSettings"];
        };
        SamlApplicationSettings: {
            signOn?: components["schemas"]["SamlApplicationSettingsSignOn"];
        };
        SamlApplicationSettingsSignOn: {
            acsEndpoints?: components["schemas"]["AcsEndpoint"][];
            allowMultipleAcsEndpoints?: boolean;
            assertionSigned?: boolean;
            attributeStatements?: components["schemas"]["SamlAttributeStatement"][];
            audience?: string;
            audienceOverride?: string;
            authnContextClassRef?: string;
            defaultRelayState?: string;
            destination?: string;
            destinationOverride?: string;
            digestAlgorithm?: string;
            honorForceAuthn?: boolean;
            idpIssuer?: string;
            inlineHooks?: components["schemas"]["SignOnInlineHook"][];
            recipient?: string;
            recipientOverride?: string;
            requestCompressed?: boolean;
            responseSigned?: boolean;
            signatureAlgorithm?: string;
            slo?: components["schemas"]["SingleLogout"];
            spCertificate?: components["schemas"]["SpCertificate"];
            spIssuer?: string;
            ssoAcsUrl?: string;
            ssoAcsUrlOverride?: string;
            subjectNameIdFormat?: string;
            subjectNameIdTemplate?: string;
        };
        SamlAttributeStatement: {
            filterType?: string;
            filterValue?: string;
            name?: string;
            namespace?: string;
            type?: string;
            values?: string[];
        };
        ScheduledUserLifecycleAction: {
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE" | "PENDING" | "DELETED" | "EXPIRED_PASSWORD" | "ACTIVATING" | "SUSPENDED" | "DELETING";
        };
        SchemeApplicationCredentials: {
            password?: components["schemas"]["PasswordCredential"];
            revealPassword?: boolean;
            scheme?: components["schemas"]["ApplicationCredentialsScheme"];
            signing?: components["schemas"]["ApplicationCredentialsSigning"];
            userName?: string;
        };
        Scope: {
            allowedOktaApps?: components["schemas"]["IframeEmbedScopeAllowedApps"][];
            stringValue?: string;
            type?: components["schemas"]["ScopeType"];
        };
        /** @enum {string} */
        ScopeType: "CORS" | "REDIRECT" | "IFRAME_EMBED";
        SecurePasswordStoreApplication: {
            credentials?: components["schemas"]["SchemeApplicationCredentials"];
            /** @default template_sps */
            name: unknown;
            settings?: components["schemas"]["SecurePasswordStoreApplicationSettings"];
        };
        SecurePasswordStoreApplicationSettings: {
            app?: components["schemas"]["SecurePasswordStoreApplicationSettingsApplication"];
        };
        SecurePasswordStoreApplicationSettingsApplication: {
            optionalField1?: string;
            optionalField1Value?: string;
            optionalField2?: string;
            optionalField2Value?: string;
            optionalField3?: string;
            optionalField3Value?: string;
            passwordField?: string;
            url?: string;
            usernameField?: string;
        };
        SecurityQuestion: {
            answer?: string;
            question?: string;
            questionText?: string;
        };
        SecurityQuestionUserFactor: {
            profile?: components["schemas"]["SecurityQuestionUserFactorProfile"];
        };
        SecurityQuestionUserFactorProfile: {
            answer?: string;
            question?: string;
            questionText?: string;
        };
        /** @enum {string} */
        SeedEnum: "OKTA" | "RANDOM";
        Session: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            amr?: components["schemas"]["SessionAuthenticationMethod"][];
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            idp?: components["schemas"]["SessionIdentityProvider"];
            /** Format: date-time */
            lastFactorVerification?: string;
            /** Format: date-time */
            lastPasswordVerification?: string;
            login?: string;
            status?: components["schemas"]["SessionStatus"];
            userId?: string;
        };
        /** @enum {string} */
        SessionAuthenticationMethod: "pwd" | "swk" | "hwk" | "otp" | "sms" | "tel" | "geo" | "fpt" | "kba" | "mfa" | "mca" | "sc";
        SessionIdentityProvider: {
            id?: string;
            type?: components["schemas"]["SessionIdentityProviderType"];
        };
        /** @enum {string} */
        SessionIdentityProviderType: "ACTIVE_DIRECTORY" | "LDAP" | "OKTA" | "FEDERATION" | "SOCIAL";
        /** @enum {string} */
        SessionStatus: "ACTIVE" | "MFA_ENROLL" | "MFA_REQUIRED";
        /** @enum {string} */
        SignInPageTouchPointVariant: "OKTA_DEFAULT" | "BACKGROUND_SECONDARY_COLOR" | "BACKGROUND_IMAGE";
        SignOnInlineHook: {
            id?: string;
        };
        SingleLogout: {
            enabled?: boolean;
            issuer?: string;
            logoutUrl?: string;
        };
        SmsTemplate: {
            /** Format: date-time */
            created?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            name?: string;
            template?: string;
            translations?: components["schemas"]["SmsTemplateTranslations"];
            type?: components["schemas"]["SmsTemplateType"];
        };
        SmsTemplateTranslations: Record<string, unknown>;
        /** @enum {string} */
        SmsTemplateType: "SMS_VERIFY_CODE";
        SmsUserFactor: {
            profile?: components["schemas"]["SmsUserFactorProfile"];
        };
        SmsUserFactorProfile: {
            phoneNumber?: string;
        };
        SocialAuthToken: {
            /** Format: date-time */
            expiresAt?: string;
            id?: string;
            scopes?: string[];
            token?: string;
            tokenAuthScheme?: string;
            tokenType?: string;
        };
        SpCertificate: {
            x5c?: string[];
        };
        Subscription: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            channels?: string[];
            notificationType?: components["schemas"]["NotificationType"];
            status?: components["schemas"]["SubscriptionStatus"];
        };
        /** @enum {string} */
        SubscriptionStatus: "subscribed" | "unsubscribed";
        SwaApplication: {
            /** @default template_swa */
            name: unknown;
            settings?: components["schemas"]["SwaApplicationSettings"];
        };
        SwaApplicationSettings: {
            app?: components["schemas"]["SwaApplicationSettingsApplication"];
        };
        SwaApplicationSettingsApplication: {
            buttonField?: string;
            checkbox?: string;
            loginUrlRegex?: string;
            passwordField?: string;
            redirectUrl?: string;
            url?: string;
            usernameField?: string;
        };
        SwaThreeFieldApplication: {
            /** @default template_swa3field */
            name: unknown;
            settings?: components["schemas"]["SwaThreeFieldApplicationSettings"];
        };
        SwaThreeFieldApplicationSettings: {
            app?: components["schemas"]["SwaThreeFieldApplicationSettingsApplication"];
        };
        SwaThreeFieldApplicationSettingsApplication: {
            buttonSelector?: string;
            extraFieldSelector?: string;
            extraFieldValue?: string;
            loginUrlRegex?: string;
            passwordSelector?: string;
            targetURL?: string;
            userNameSelector?: string;
        };
        TempPassword: {
            tempPassword?: string;
        };
        Theme: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            backgroundImage?: string;
            emailTemplateTouchPointVariant?: components["schemas"]["EmailTemplateTouchPointVariant"];
            endUserDashboardTouchPointVariant?: components["schemas"]["EndUserDashboardTouchPointVariant"];
            errorPageTouchPointVariant?: components["schemas"]["ErrorPageTouchPointVariant"];
            primaryColorContrastHex?: string;
            primaryColorHex?: string;
            secondaryColorContrastHex?: string;
            secondaryColorHex?: string;
            signInPageTouchPointVariant?: components["schemas"]["SignInPageTouchPointVariant"];
        };
        ThemeResponse: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            backgroundImage?: string;
            emailTemplateTouchPointVariant?: components["schemas"]["EmailTemplateTouchPointVariant"];
            endUserDashboardTouchPointVariant?: components["schemas"]["EndUserDashboardTouchPointVariant"];
            errorPageTouchPointVariant?: components["schemas"]["ErrorPageTouchPointVariant"];
            favicon?: string;
            id?: string;
            logo?: string;
            primaryColorContrastHex?: string;
            primaryColorHex?: string;
            secondaryColorContrastHex?: string;
            secondaryColorHex?: string;
            signInPageTouchPointVariant?: components["schemas"]["SignInPageTouchPointVariant"];
        };
        ThreatInsightConfiguration: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            action?: string;
            /** Format: date-time */
            created?: string;
            excludeZones?: string[];
            /** Format: date-time */
            lastUpdated?: string;
        };
        TokenAuthorizationServerPolicyRuleAction: {
            accessTokenLifetimeMinutes?: number;
            inlineHook?: components["schemas"]["TokenAuthorizationServerPolicyRuleActionInlineHook"];
            refreshTokenLifetimeMinutes?: number;
            refreshTokenWindowMinutes?: number;
        };
        TokenAuthorizationServerPolicyRuleActionInlineHook: {
            id?: string;
        };
        TokenUserFactor: {
            profile?: components["schemas"]["TokenUserFactorProfile"];
        };
        TokenUserFactorProfile: {
            credentialId?: string;
        };
        TotpUserFactor: {
            profile?: components["schemas"]["TotpUserFactorProfile"];
        };
        TotpUserFactorProfile: {
            credentialId?: string;
        };
        TrustedOrigin: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            createdBy?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            lastUpdatedBy?: string;
            name?: string;
            origin?: string;
            scopes?: components["schemas"]["Scope"][];
            status?: string;
        };
        U2fUserFactor: {
            profile?: components["schemas"]["U2fUserFactorProfile"];
        };
        U2fUserFactorProfile: {
            credentialId?: string;
        };
        User: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            activated?: string;
            /** Format: date-time */
            created?: string;
            credentials?: components["schemas"]["UserCredentials"];
            id?: string;
            /** Format: date-time */
            lastLogin?: string;
            /** Format: date-time */
            lastUpdated?: string;
            /** Format: date-time */
            passwordChanged?: string;
            profile?: components["schemas"]["UserProfile"];
            status?: components["schemas"]["UserStatus"];
            /** Format: date-time */
            statusChanged?: string;
            transitioningToStatus?: components["schemas"]["UserStatus"];
            type?: components["schemas"]["UserType"];
        };
        UserActivationToken: {
            activationToken?: string;
            activationUrl?: string;
        };
        UserCondition: {
            exclude?: string[];
            include?: string[];
        };
        UserCredentials: {
            password?: components["schemas"]["PasswordCredential"];
            provider?: components["schemas"]["AuthenticationProvider"];
            recovery_question?: components["schemas"]["RecoveryQuestionCredential"];
        };
        UserFactor: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            factorType?: components["schemas"]["FactorType"];
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            provider?: components["schemas"]["FactorProvider"];
            status?: components["schemas"]["FactorStatus"];
            verify?: components["schemas"]["VerifyFactorRequest"];
        };
        UserIdentifierConditionEvaluatorPattern: {
            /** @enum {string} */
            matchType?: "SUFFIX" | "EXPRESSION" | "STARTS_WITH" | "EQUALS" | "CONTAINS";
            value?: string;
        };
        UserIdentifierPolicyRuleCondition: {
            attribute?: string;
            patterns?: components["schemas"]["UserIdentifierConditionEvaluatorPattern"][];
            /** @enum {string} */
            type?: "IDENTIFIER" | "ATTRIBUTE";
        };
        UserIdentityProviderLinkRequest: {
            externalId?: string;
        };
        UserIdString: {
            userId?: string;
        };
        UserLifecycleAttributePolicyRuleCondition: {
            attributeName?: string;
            matchingValue?: string;
        };
        /** @enum {string} */
        UserNextLogin: "changePassword";
        UserPolicyRuleCondition: {
            exclude?: string[];
            inactivity?: components["schemas"]["InactivityPolicyRuleCondition"];
            include?: string[];
            lifecycleExpiration?: components["schemas"]["LifecycleExpirationPolicyRuleCondition"];
            passwordExpiration?: components["schemas"]["PasswordExpirationPolicyRuleCondition"];
            userLifecycleAttribute?: components["schemas"]["UserLifecycleAttributePolicyRuleCondition"];
        };
        UserProfile: {
            city?: string;
            costCenter?: string;
            countryCode?: string;
            department?: string;
            displayName?: string;
            division?: string;
            email?: string;
            employeeNumber?: string;
            firstName?: string;
            honorificPrefix?: string;
            honorificSuffix?: string;
            lastName?: string;
            locale?: string;
            login?: string;
            manager?: string;
            managerId?: string;
            middleName?: string;
            mobilePhone?: string;
            nickName?: string;
            organization?: string;
            postalAddress?: string;
            preferredLanguage?: string;
            primaryPhone?: string;
            profileUrl?: string;
            secondEmail?: string;
            state?: string;
            streetAddress?: string;
            timezone?: string;
            title?: string;
            userType?: string;
            zipCode?: string;
        };
        UserSchema: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            $schema?: string;
            created?: string;
            definitions?: components["schemas"]["UserSchemaDefinitions"];
            id?: string;
            lastUpdated?: string;
            name?: string;
            properties?: components["schemas"]["UserSchemaProperties"];
            title?: string;
            type?: string;
        };
        UserSchemaAttribute: {
            description?: string;
            enum?: string[];
            externalName?: string;
            externalNamespace?: string;
            items?: components["schemas"]["UserSchemaAttributeItems"];
            master?: components["schemas"]["UserSchemaAttributeMaster"];
            maxLength?: number;
            minLength?: number;
            mutability?: string;
            oneOf?: components["schemas"]["UserSchemaAttributeEnum"][];
            pattern?: string;
            permissions?: components["schemas"]["UserSchemaAttributePermission"][];
            required?: boolean;
            scope?: components["schemas"]["UserSchemaAttributeScope"];
            title?: string;
            type?: components["schemas"]["UserSchemaAttributeType"];
            union?: components["schemas"]["UserSchemaAttributeUnion"];
            unique?: string;
        };
        UserSchemaAttributeEnum: {
            const?: string;
            title?: string;
        };
        UserSchemaAttributeItems: {
            enum?: string[];
            oneOf?: components["schemas"]["UserSchemaAttributeEnum"][];
            type?: string;
        };
        UserSchemaAttributeMaster: {
            priority?: components["schemas"]["UserSchemaAttributeMasterPriority"][];
            type?: components["schemas"]["UserSchemaAttributeMasterType"];
        };
        UserSchemaAttributeMasterPriority: {
            type?: string;
            value?: string;
        };
        /** @enum {string} */
        UserSchemaAttributeMasterType: "PROFILE_MASTER" | "OKTA" | "OVERRIDE";
        UserSchemaAttributePermission: {
            action?: string;
            principal?: string;
        };
        /** @enum {string} */
        UserSchemaAttributeScope: "SELF" | "NONE";
        /** @enum {string} */
        UserSchemaAttributeType: "string" | "boolean" | "number" | "integer" | "array";
        /** @enum {string} */
        UserSchemaAttributeUnion: "DISABLE" | "ENABLE";
        UserSchemaBase: {
            id?: string;
            properties?: components["schemas"]["UserSchemaBaseProperties"];
            required?: string[];
            type?: string;
        };
        UserSchemaBaseProperties: {
            city?: components["schemas"]["UserSchemaAttribute"];
            costCenter?: components["schemas"]["UserSchemaAttribute"];
            countryCode?: components["schemas"]["UserSchemaAttribute"];
            department?: components["schemas"]["UserSchemaAttribute"];
            displayName?: components["schemas"]["UserSchemaAttribute"];
            division?: components["schemas"]["UserSchemaAttribute"];
            email?: components["schemas"]["UserSchemaAttribute"];
            employeeNumber?: components["schemas"]["UserSchemaAttribute"];
            firstName?: components["schemas"]["UserSchemaAttribute"];
            honorificPrefix?: components["schemas"]["UserSchemaAttribute"];
            honorificSuffix?: components["schemas"]["UserSchemaAttribute"];
            lastName?: components["schemas"]["UserSchemaAttribute"];
            locale?: components["schemas"]["UserSchemaAttribute"];
            login?: components["schemas"]["UserSchemaAttribute"];
            manager?: components["schemas"]["UserSchemaAttribute"];
            managerId?: components["schemas"]["UserSchemaAttribute"];
            middleName?: components["schemas"]["UserSchemaAttribute"];
            mobilePhone?: components["schemas"]["UserSchemaAttribute"];
            nickName?: components["schemas"]["UserSchemaAttribute"];
            organization?: components["schemas"]["UserSchemaAttribute"];
            postalAddress?: components["schemas"]["UserSchemaAttribute"];
            preferredLanguage?: components["schemas"]["UserSchemaAttribute"];
            primaryPhone?: components["schemas"]["UserSchemaAttribute"];
            profileUrl?: components["schemas"]["UserSchemaAttribute"];
            secondEmail?: components["schemas"]["UserSchemaAttribute"];
            state?: components["schemas"]["UserSchemaAttribute"];
            streetAddress?: components["schemas"]["UserSchemaAttribute"];
            timezone?: components["schemas"]["UserSchemaAttribute"];
            title?: components["schemas"]["UserSchemaAttribute"];
            userType?: components["schemas"]["UserSchemaAttribute"];
            zipCode?: components["schemas"]["UserSchemaAttribute"];
        };
        UserSchemaDefinitions: {
            base?: components["schemas"]["UserSchemaBase"];
            custom?: components["schemas"]["UserSchemaPublic"];
        };
        UserSchemaProperties: {
            profile?: components["schemas"]["UserSchemaPropertiesProfile"];
        };
        UserSchemaPropertiesProfile: {
            allOf?: components["schemas"]["UserSchemaPropertiesProfileItem"][];
        };
        UserSchemaPropertiesProfileItem: {
            $ref?: string;
        };
        UserSchemaPublic: {
            id?: string;
            properties?: {
                [key: string]: components["schemas"]["UserSchemaAttribute"];
            };
            required?: string[];
            type?: string;
        };
        /** @enum {string} */
        UserStatus: "ACTIVE" | "DEPROVISIONED" | "LOCKED_OUT" | "PASSWORD_EXPIRED" | "PROVISIONED" | "RECOVERY" | "STAGED" | "SUSPENDED";
        UserStatusPolicyRuleCondition: {
            /** @enum {string} */
            value?: "ACTIVE" | "INACTIVE" | "PENDING" | "DELETED" | "EXPIRED_PASSWORD" | "ACTIVATING" | "SUSPENDED" | "DELETING";
        };
        UserType: {
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            created?: string;
            createdBy?: string;
            default?: boolean;
            description?: string;
            displayName?: string;
            id?: string;
            /** Format: date-time */
            lastUpdated?: string;
            lastUpdatedBy?: string;
            name?: string;
        };
        UserTypeCondition: {
            exclude?: string[];
            include?: string[];
        };
        /** @enum {string} */
        UserVerificationEnum: "REQUIRED" | "PREFERRED";
        VerificationMethod: {
            constraints?: components["schemas"]["AccessPolicyConstraints"][];
            factorMode?: string;
            inactivityPeriod?: string;
            reauthenticateIn?: string;
            type?: string;
        };
        VerifyFactorRequest: {
            activationToken?: string;
            answer?: string;
            attestation?: string;
            clientData?: string;
            nextPassCode?: string;
            passCode?: string;
            registrationData?: string;
            stateToken?: string;
        };
        VerifyUserFactorResponse: {
            _embedded?: {
                [key: string]: Record<string, unknown>;
            };
            _links?: {
                [key: string]: Record<string, unknown>;
            };
            /** Format: date-time */
            expiresAt?: string;
            /** @enum {string} */
            factorResult?: "SUCCESS" | "EXPIRED" | "CHALLENGE" | "WAITING" | "FAILED" | "REJECTED" | "TIMEOUT" | "TIME_WINDOW_EXCEEDED" | "PASSCODE_REPLAYED" | "ERROR";
            factorResultMessage?: string;
        };
        WebAuthnUserFactor: {
            profile?: components["schemas"]["WebAuthnUserFactorProfile"];
        };
        WebAuthnUserFactorProfile: {
            authenticatorName?: string;
            credentialId?: string;
        };
        WebUserFactor: {
            profile?: components["schemas"]["WebUserFactorProfile"];
        };
        WebUserFactorProfile: {
            credentialId?: string;
        };
        WsFederationApplication: {
            /** @default template_wsfed */
            name: unknown;
            settings?: components["schemas"]["WsFederationApplicationSettings"];
        };
        WsFederationApplicationSettings: {
            app?: components["schemas"]["WsFederationApplicationSettingsApplication"];
        };
        WsFederationApplicationSettingsApplication: {
            attributeStatements?: string;
            audienceRestriction?: string;
            authnContextClassRef?: string;
            groupFilter?: string;
            groupName?: string;
            groupValueFormat?: string;
            nameIDFormat?: string;
            realm?: string;
            siteURL?: string;
            usernameAttribute?: string;
            wReplyOverride?: boolean;
            wReplyURL?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApplications: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of apps */
                after?: string;
                /** @description Traverses users link relationship and optionally embeds Application User resource */
                expand?: string;
                /** @description Filters apps by status, user.id, group.id or credentials.signing.kid expression */
                filter?: string;
                includeNonDeleted?: boolean;
                /** @description Specifies the number of results for a page */
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createApplication: {
        parameters: {
            query?: {
                /** @description Executes activation lifecycle operation when creating the app */
                activate?: boolean;
            };
            header?: {
                "OktaAccessGateway-Agent"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Application"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApplication: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Application"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDefaultProvisioningConnectionForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningConnection"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setDefaultProvisioningConnectionForApplication: {
        parameters: {
            query?: {
                activate?: boolean;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProvisioningConnectionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisioningConnection"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateDefaultProvisioningConnectionForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateDefaultProvisioningConnectionForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCsrsForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generateCsrForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CsrMetadata"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCsrForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                csrId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeCsrFromApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                csrId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    publishCertForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                csrId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/pkix-cert": string;
                "application/x-pem-file": string;
                "application/x-x509-ca-cert": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplicationKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApplicationKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cloneApplicationKey: {
        parameters: {
            query: {
                /** @description Unique key of the target Application */
                targetAid: string;
            };
            header?: never;
            path: {
                appId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generateApplicationKey: {
        parameters: {
            query?: {
                validityYears?: number;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listClientSecretsForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecret"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createNewClientSecretForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientSecretMetadata"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecret"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getClientSecretForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecret"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteClientSecretForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateClientSecretForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecret"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateClientSecretForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecret"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFeaturesForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationFeature"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFeatureForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationFeature"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateFeatureForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CapabilitiesObject"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationFeature"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listScopeConsentGrants: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    grantConsentToScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuth2ScopeConsentGrant"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getScopeConsentGrant: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeScopeConsentGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplicationGroupAssignments: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of assignments */
                after?: string;
                expand?: string;
                /** @description Specifies the number of results for a page */
                limit?: number;
                q?: string;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationGroupAssignment"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApplicationGroupAssignment: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationGroupAssignment"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createApplicationGroupAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApplicationGroupAssignment"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationGroupAssignment"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteApplicationGroupAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadApplicationLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateApplicationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOAuth2TokensForApplication: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Token"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeOAuth2TokensForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOAuth2TokenForApplication: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Token"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeOAuth2TokenForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplicationUsers: {
        parameters: {
            query?: {
                /** @description specifies the pagination cursor for the next page of assignments */
                after?: string;
                expand?: string;
                filter?: string;
                /** @description specifies the number of results for a page */
                limit?: number;
                q?: string;
                query_scope?: string;
            };
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUser"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignUserToApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppUser"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApplicationUser: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                appId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateApplicationUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppUser"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteApplicationUser: {
        parameters: {
            query?: {
                sendEmail?: boolean;
            };
            header?: never;
            path: {
                appId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuthenticators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAuthenticator: {
        parameters: {
            query?: {
                activate?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Authenticator"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authenticatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authenticatorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Authenticator"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authenticatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authenticatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authenticator"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuthorizationServers: {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServer"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServer"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOAuth2Claims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Claim"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOAuth2Claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuth2Claim"];
            };
        };
        responses: {
            /** @description Created */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Claim"];
                };
            };
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOAuth2Claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Claim"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOAuth2Claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuth2Claim"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Claim"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOAuth2Claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOAuth2ClientsForAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Client"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRefreshTokensForAuthorizationServerAndClient: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
            };
            header?: never;
            path: {
                authServerId: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2RefreshToken"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeRefreshTokensForAuthorizationServerAndClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRefreshTokenForAuthorizationServerAndClient: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                authServerId: string;
                clientId: string;
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2RefreshToken"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeRefreshTokenForAuthorizationServerAndClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                clientId: string;
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuthorizationServerKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateAuthorizationServerKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JwkUse"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuthorizationServerPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicy"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServerPolicy"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicy"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicy"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServerPolicy"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicy"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateAuthorizationServerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAuthorizationServerPolicyRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicyRule"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServerPolicyRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationServerPolicyRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerPolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateAuthorizationServerPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOAuth2Scopes: {
        parameters: {
            query?: {
                cursor?: string;
                filter?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Scope"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOAuth2Scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuth2Scope"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Scope"];
                };
            };
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOAuth2Scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                scopeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Scope"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOAuth2Scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                scopeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OAuth2Scope"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Scope"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOAuth2Scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authServerId: string;
                scopeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBrands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Brand"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listEmailTemplates: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of email templates. */
                after?: string;
                /** @description Specifies the number of results returned (maximum 200) */
                limit?: number;
            };
            header?: never;
            path: {
                brandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplate"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEmailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplate"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listEmailTemplateCustomizations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateCustomization"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createEmailTemplateCustomization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTemplateCustomizationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateCustomization"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteEmailTemplateCustomizations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEmailTemplateCustomization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                customizationId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateCustomization"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateEmailTemplateCustomization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                customizationId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTemplateCustomizationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateCustomization"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteEmailTemplateCustomization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                customizationId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEmailTemplateCustomizationPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                customizationId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateContent"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEmailTemplateDefaultContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateContent"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEmailTemplateDefaultContentPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailTemplateContent"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendTestEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                templateName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailTemplateTestRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBrandThemes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeResponse"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBrandTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateBrandTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Theme"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadBrandThemeBackgroundImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageUploadResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteBrandThemeBackgroundImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadBrandThemeFavicon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageUploadResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteBrandThemeFavicon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadBrandThemeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageUploadResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteBrandThemeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainListResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Domain"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domainId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainCertificate"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domainId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listEventHooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventHook"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventHook"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyEventHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFeatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateFeatureLifecycle: {
        parameters: {
            query?: {
                mode?: string;
            };
            header?: never;
            path: {
                featureId: string;
                lifecycle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFeatureDependencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFeatureDependents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of groups */
                after?: string;
                /** @description If specified, it causes additional metadata to be included in the response. */
                expand?: string;
                /** @description Filter expression for groups */
                filter?: string;
                /** @description Specifies the number of group results in a page */
                limit?: number;
                /** @description Searches the name property of groups for matching value */
                q?: string;
                /** @description Searches for groups with a supported filtering expression for all attributes except for _embedded, _links, and objectClass */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAssignedApplicationsForGroup: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of apps */
                after?: string;
                /** @description Specifies the number of app results for a page */
                limit?: number;
            };
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroupAssignedRoles: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignRoleToGroup: {
        parameters: {
            query?: {
                disableNotifications?: boolean;
            };
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRoleRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeRoleFromGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplicationTargetsForApplicationAdministratorRoleForGroup: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogApplication"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addApplicationTargetToAdminRoleGivenToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appName: string;
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeApplicationTargetFromApplicationAdministratorRoleGivenToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appName: string;
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addApplicationInstanceTargetToAppAdminRoleGivenToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
                appName: string;
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeApplicationTargetFromAdministratorRoleGivenToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
                appName: string;
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroupTargetsForGroupRole: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                groupId: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addGroupTargetToGroupAdministratorRoleForGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
                targetGroupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeGroupTargetFromGroupAdministratorRoleGivenToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
                targetGroupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroupUsers: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of users */
                after?: string;
                /** @description Specifies the number of user results in a page */
                limit?: number;
            };
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addUserToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeUserFromGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroupRules: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of rules */
                after?: string;
                /** @description If specified as `groupIdToGroupNameMap`, then show group names */
                expand?: string;
                /** @description Specifies the number of rule results in a page */
                limit?: number;
                /** @description Specifies the keyword to search fules for */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRule"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getGroupRule: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteGroupRule: {
        parameters: {
            query?: {
                /** @description Indicates whether to keep or remove users from groups assigned by this rule. */
                removeUsers?: boolean;
            };
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviders: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of IdPs */
                after?: string;
                /** @description Specifies the number of IdP results in a page */
                limit?: number;
                /** @description Searches the name property of IdPs for matching value */
                q?: string;
                /** @description Filters IdPs by type */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityProvider"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityProvider"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCsrsForIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generateCsrForIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CsrMetadata"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCsrForIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: string;
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeCsrForIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: string;
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    publishCertForIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: string;
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/pkix-cert": string;
                "application/x-pem-file": string;
                "application/x-x509-ca-cert": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviderSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cloneIdentityProviderKey: {
        parameters: {
            query: {
                targetIdpId: string;
            };
            header?: never;
            path: {
                idpId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generateIdentityProviderSigningKey: {
        parameters: {
            query: {
                /** @description expiry of the IdP Key Credential */
                validityYears: number;
            };
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviderApplicationUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderApplicationUser"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderApplicationUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderApplicationUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    linkUserToIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIdentityProviderLinkRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProviderApplicationUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unlinkUserFromIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSocialAuthTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idpId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialAuthToken"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIdentityProviderKeys: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of keys */
                after?: string;
                /** @description Specifies the number of key results in a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonWebKey"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKey"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteIdentityProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listInlineHooks: {
        parameters: {
            query?: {
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InlineHook"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InlineHook"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    executeInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InlineHookPayload"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHookResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateInlineHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inlineHookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InlineHook"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLogs: {
        parameters: {
            query?: {
                after?: string;
                filter?: string;
                limit?: number;
                q?: string;
                since?: string;
                sortOrder?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEvent"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listProfileMappings: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                sourceId?: string;
                targetId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileMapping"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProfileMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mappingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileMapping"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateProfileMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mappingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileMapping"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileMapping"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getApplicationUserSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appInstanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description successful operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateApplicationUserProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appInstanceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserSchema"];
            };
        };
        responses: {
            /** @description successful operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getGroupSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description successful operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateGroupSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GroupSchema"];
            };
        };
        responses: {
            /** @description successful operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schemaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateUserProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schemaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSchema"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSchema"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listLinkedObjectDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedObject"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addLinkedObjectDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkedObject"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedObject"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLinkedObjectDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkedObjectName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedObject"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteLinkedObjectDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkedObjectName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserType"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createUserType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserType"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserType"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                typeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserType"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replaceUserType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                typeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserType"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserType"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateUserType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                typeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserType"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserType"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteUserType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                typeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrgSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrgSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgSetting"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    partialUpdateOrgSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgSetting"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrgContactTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgContactTypeObj"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrgContactUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgContactUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrgContactUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactType: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIdString"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgContactUser"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrgLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrgPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPreferences"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    hideOktaUIFooter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPreferences"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    showOktaUIFooter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPreferences"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOktaCommunicationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaCommunicationSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    optInUsersToOktaCommunicationEmails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaCommunicationSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    optOutUsersFromOktaCommunicationEmails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaCommunicationSetting"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrgOktaSupportSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaSupportSettingsObj"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    extendOktaSupport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaSupportSettingsObj"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    grantOktaSupport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaSupportSettingsObj"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeOktaSupport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOktaSupportSettingsObj"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPolicies: {
        parameters: {
            query: {
                expand?: string;
                status?: string;
                type: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createPolicy: {
        parameters: {
            query?: {
                activate?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPolicyRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRule"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updatePolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRule"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRule"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activatePolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivatePolicyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRoleSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleTypeOrRoleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRoleSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                roleTypeOrRoleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    subscribeRoleSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                roleTypeOrRoleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unsubscribeRoleSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                roleTypeOrRoleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSmsTemplates: {
        parameters: {
            query?: {
                templateType?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsTemplate"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createSmsTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsTemplate"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsTemplate"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSmsTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsTemplate"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateSmsTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsTemplate"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsTemplate"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    partialUpdateSmsTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsTemplate"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsTemplate"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteSmsTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCurrentConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreatInsightConfiguration"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreatInsightConfiguration"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreatInsightConfiguration"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrigins: {
        parameters: {
            query?: {
                after?: string;
                filter?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustedOrigin"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedOriginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedOriginId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustedOrigin"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedOriginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedOriginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateOrigin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trustedOriginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedOrigin"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of users */
                after?: string;
                /** @description Filters users with a supported expression for a subset of properties */
                filter?: string;
                /** @description Specifies the number of results returned */
                limit?: number;
                /** @description Finds a user that matches firstName, lastName, and email properties */
                q?: string;
                /** @description Searches for users with a supported filtering  expression for most properties */
                search?: string;
                sortBy?: string;
                sortOrder?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: {
                /** @description Executes activation lifecycle operation when creating the user */
                activate?: boolean;
                /** @description With activate=true, set nextLogin to "changePassword" to have the password be EXPIRED, so user must change it the next time they log in. */
                nextLogin?: string;
                /** @description Indicates whether to create a user with a specified authentication provider */
                provider?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setLinkedObjectForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                associatedUserId: string;
                primaryRelationshipName: string;
                primaryUserId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: {
                strict?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    partialUpdateUser: {
        parameters: {
            query?: {
                strict?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateOrDeleteUser: {
        parameters: {
            query?: {
                sendEmail?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ACCEPTED */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAppLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppLink"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserClients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2Client"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGrantsForUserAndClient: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
            };
            header?: never;
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeGrantsForUserAndClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRefreshTokensForUserAndClient: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
            };
            header?: never;
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2RefreshToken"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeTokensForUserAndClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRefreshTokenForUserAndClient: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
            };
            header?: never;
            path: {
                clientId: string;
                tokenId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2RefreshToken"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeTokenForUserAndClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                tokenId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: {
                strict?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCredentials"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeRecoveryQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCredentials"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCredentials"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: {
                sendEmail?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserCredentials"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForgotPasswordResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFactor"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    enrollFactor: {
        parameters: {
            query?: {
                activate?: boolean;
                /** @description id of SMS template (only for SMS factor) */
                templateId?: string;
                tokenLifetimeSeconds?: number;
                updatePhone?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        /** @description Factor */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserFactor"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFactor"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                factorId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFactor"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                factorId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                factorId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ActivateFactorRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFactor"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFactorTransactionStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                factorId: string;
                transactionId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyUserFactorResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    verifyFactor: {
        parameters: {
            query?: {
                templateId?: string;
                tokenLifetimeSeconds?: number;
            };
            header?: {
                "Accept-Language"?: string;
                "User-Agent"?: string;
                "X-Forwarded-For"?: string;
            };
            path: {
                factorId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VerifyFactorRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyUserFactorResponse"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSupportedFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFactor"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSupportedSecurityQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityQuestion"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserGrants: {
        parameters: {
            query?: {
                after?: string;
                expand?: string;
                limit?: number;
                scopeId?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeUserGrants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserGrant: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                grantId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ScopeConsentGrant"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeUserGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserIdentityProviders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateUser: {
        parameters: {
            query: {
                /** @description Sends an activation email to the user if true */
                sendEmail: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserActivationToken"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateUser: {
        parameters: {
            query?: {
                sendEmail?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    expirePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    expirePasswordAndGetTemporaryPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TempPassword"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reactivateUser: {
        parameters: {
            query?: {
                /** @description Sends an activation email to the user if true */
                sendEmail?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserActivationToken"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resetFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query: {
                sendEmail: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetPasswordToken"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unlockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unsuspendUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLinkedObjectsForUser: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                relationshipName: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseLinks"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeLinkedObjectForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                relationshipName: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAssignedRolesForUser: {
        parameters: {
            query?: {
                expand?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignRoleToUser: {
        parameters: {
            query?: {
                disableNotifications?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRoleRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeRoleFromUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApplicationTargetsForApplicationAdministratorRoleForUser: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogApplication"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addAllAppsAsTargetToRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addApplicationTargetToAdminRoleForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appName: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeApplicationTargetFromApplicationAdministratorRoleForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appName: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addApplicationTargetToAppAdminRoleForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
                appName: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeApplicationTargetFromAdministratorRoleForUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicationId: string;
                appName: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGroupTargetsForRole: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addGroupTargetToRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeGroupTargetFromRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    clearUserSessions: {
        parameters: {
            query?: {
                /** @description Revoke issued OpenID Connect and OAuth refresh and access tokens */
                oauthTokens?: boolean;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUserSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUserSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    subscribeUserSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unsubscribeUserSubscriptionByNotificationType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationType: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listNetworkZones: {
        parameters: {
            query?: {
                /** @description Specifies the pagination cursor for the next page of network zones */
                after?: string;
                /** @description Filters zones by usage or id expression */
                filter?: string;
                /** @description Specifies the number of results for a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"][];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkZone"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                zoneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                zoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkZone"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                zoneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    activateNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                zoneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateNetworkZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                zoneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkZone"];
                };
            };
            /** @description Error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
