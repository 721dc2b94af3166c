using System.Text.RegularExpressions;

namespace Verifik.Tests.Contract;

/// <summary>The changes that neither the client nor the check has to show. A reviewer sees them in <c>npm run diff</c>.</summary>
internal static class SilentChanges
{
    public static readonly IReadOnlyDictionary<Regex, string> Explained = new Dictionary<string, string>
    {
        ["^openapi: becomes 3.(0.2|1.1)$"] = "Patch versions of OpenAPI 3.0 have the same meaning, and so has 3.1 for a contract without its new keywords.",
        ["^info > (description|contact|license)"] = "Describes the document, not an operation.",
        ["^servers > 0 > description"] = "ContractGuaranteeTests checks the address itself.",
        ["^servers > 0 > url: becomes https:"] = "ContractGuaranteeTests compares it with the address that the client calls.",
        ["(^| > )tags(:| > )"] = "A tag groups operations in the preview, and `npm run lint` requires it.",
        ["> x-source: "] = "The source of an operation is for its reviewer, and `npm run lint` requires it.",
        ["> examples(:| > )"] = "Nothing is generated from examples: the check validates them, and `npm run lint` requires them.",
        ["> parameters > [0-9] > example: "] = "The same for a parameter.",
        ["> responses > ([345][0-9]{2}|default) > content"] = "An error is read as an ApiError whatever its body is; the snapshot of the lowered document shows it, and `npm run lint` requires it.",
        ["> responses > default: removed$"] = "The method's documentation always mentions 'any other error', and `npm run lint` requires the response.",
        ["> parameters > [0-9] > required: removed$"] = "'required: false' is the default of OpenAPI.",
        ["> responses > 2[0-9]{2}: renamed"] = "The client accepts any 2xx as success.",
        ["> responses > default > description"] = "The method's documentation has a fixed text for other errors.",
        ["^components > securitySchemes > accessToken > (bearerFormat|description)"] = "The client does not use the format of a bearer token.",
        ["^components > schemas > (PhoneLoginRequest|(Phone|Email)LoginConfirmation|RenewAndRevokeRequest) > additionalProperties: "] = "Requests are always strict: only listed properties are sent.",
        ["^components > schemas > [A-Za-z]+ > type: removed$"] = "A schema with properties, or that allows no others, is an object.",
        ["> phone > format: removed$"] = "An integer without a format has 64 bits.",
        ["> phoneData > description: removed$"] = "The referenced schema has the same description.",
        ["> _id > x-csharp-name: removed$"] = "`_id` becomes `Id` by itself.",
        ["> x-personal: removed$"] = "A mark for the users of the value.",
        ["> x-token-lifetime-days: "] = "ContractGuaranteeTests compares it with the SDK's constant.",
        ["^components > schemas > AccessToken > .* > minLength: "] = "A response is read tolerantly: its constraints are only documentation.",
    }.ToDictionary(entry => new Regex(entry.Key, RegexOptions.CultureInvariant), entry => entry.Value);
}
