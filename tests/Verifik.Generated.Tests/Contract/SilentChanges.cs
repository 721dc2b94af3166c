using System.Text.RegularExpressions;

namespace Verifik.Tests.Contract;

/// <summary>The changes that rightly change neither the client nor what the check says. A reviewer sees them in <c>npm run diff</c>.</summary>
internal static class SilentChanges
{
    public static readonly IReadOnlyDictionary<Regex, string> Explained = new Dictionary<string, string>
    {
        ["^openapi: becomes 3.(0.2|1.1)$"] = "A patch of OpenAPI 3.0 corrects its text, not its meaning, and a contract that uses nothing of 3.1 means the same in it.",
        ["^info > (description|contact|license)"] = "About the document: it belongs to no operation.",
        ["^servers > 0 > description"] = "The address itself is held by PromiseTests.",
        ["^servers > 0 > url: becomes https:"] = "PromiseTests compares it with the address that the client calls.",
        ["(^| > )tags(:| > )"] = "A tag groups operations on the page that a reviewer reads, and `npm run lint` asks for it.",
        ["> x-source: "] = "Where an operation was written from is for its reviewer, and `npm run lint` asks for it.",
        ["> examples(:| > )"] = "An example shows an outcome: the check holds it to its schema, `npm run lint` asks for it, and nothing is generated from it.",
        ["> parameters > [0-9] > example: "] = "The same, of a parameter.",
        ["> responses > ([345][0-9]{2}|default) > content"] = "A failure is read as an ApiError whatever its body is; the snapshot of the lowered document shows it, and `npm run lint` asks for it.",
        ["> responses > default: removed$"] = "The method's documentation speaks of 'any other failure' itself, and `npm run lint` asks for it.",
        ["> parameters > [0-9] > required: removed$"] = "'required: false' is what OpenAPI takes for granted.",
        ["> responses > 2[0-9]{2}: renamed"] = "The client takes any 2xx for the success.",
        ["> responses > default > description"] = "The method's documentation speaks of 'any other status' itself.",
        ["^components > securitySchemes > accessToken > (bearerFormat|description)"] = "How a bearer token looks inside is not the client's business.",
        ["^components > schemas > (PhoneLoginRequest|(Phone|Email)LoginConfirmation|RenewAndRevokeRequest) > additionalProperties: "] = "A request is written strictly because it is one: what is sent is what is listed.",
        ["^components > schemas > [A-Za-z]+ > type: removed$"] = "A schema with properties, or that allows no others, is an object.",
        ["> phone > format: removed$"] = "An integer without a format is one of 64 bits.",
        ["> phoneData > description: removed$"] = "The schema that it refers to says the same of itself.",
        ["> _id > x-csharp-name: removed$"] = "`_id` becomes `Id` by itself.",
        ["> x-personal: removed$"] = "A mark for whoever handles the value.",
        ["> x-token-lifetime-days: "] = "PromiseTests compares it with the SDK's constant.",
        ["^components > schemas > AccessToken > .* > minLength: "] = "A response is read tolerantly: its constraints tell, and refuse nothing.",
    }.ToDictionary(entry => new Regex(entry.Key, RegexOptions.CultureInvariant), entry => entry.Value);
}
