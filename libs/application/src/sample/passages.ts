/**
 * What the documents behind the sample print, as far as the sample quotes it: word for word, by document and line, page
 * breaks and stray marks left out. Whatever the sample puts in quotation marks must be found here, unless it is made up.
 */

export const PASSAGES: Readonly<Record<string, readonly (readonly [line: number, text: string])[]>> = {
  'SYMCA-YHSOC': [
    [8, '09 February 2025'],
    [
      10,
      "To: His Majesty's Inspectorate of Probation and His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
    ],
    [
      14,
      "Response from Kilvinder Vigurs, South Yorkshire's Deputy Mayor, to the HMICFRS inspection report – An inspection of the Yorkshire and Humber regional response to serious and organised crime",
    ],
    [
      24,
      '1) The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces should improve how they work together to tackle serious and organised crime.',
    ],
    [
      26,
      "I welcome South Yorkshire Police's commitment to exploring a technical solution to support more effective management across these key components.",
    ],
    [
      30,
      '2) The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces should improve how the region procures and uses technical surveillance equipment.',
    ],
    [
      32,
      'As this report rightly highlights, there is a need for agencies across the region to work collaboratively on procurement to strengthen collective capabilities and keep pace with technological change.',
    ],
    [34, 'I will continue to use my role as Deputy Mayor to convene partners and improve ways of working.'],
    [44, 'Deputy Mayor for Policing & Crime'],
  ],
  'SYMCA-OIC': [
    [5, '26th June 2025'],
    [7, "To: His Majesty's Inspectorate of Constabulary and Fire and Rescue Services"],
    [
      11,
      "Response from Kilvinder Vigurs, South Yorkshire's Deputy Mayor, to the HMICFRS report: improving the response to organised immigration crime",
    ],
    [
      15,
      'The four recommendations for policing that are detailed within the report have been accepted by the Chief Constable of South Yorkshire Police (SYP). As the Deputy Mayor with PCC responsibilities in South Yorkshire,',
    ],
    [17, 'Recommendation 1'],
    [
      19,
      "By 30 April 2026, chief constables should make sure that every time a member of their force reports a case to Immigration Enforcement's National Command and Control Unit, the reporting officer completes and submits the required intelligence document.",
    ],
    [21, 'I agree with this recommendation.'],
    [21, 'Command-and-Control Unit'],
    [23, 'Recommendation 2'],
    [
      25,
      'By 31 December 2025, chief constables should make sure they have clear plans to collect, analyse and share information related to organised immigration crime.',
    ],
    [29, 'I agree.'],
    [31, 'Recommendation 3'],
    [
      33,
      'By 30 April 2026, chief constables, working with the Modern Slavery & Organised Immigration Crime Unit, should make sure that relevant personnel in all Home Office police forces complete the Hydra training package on organised immigration crime.',
    ],
    [
      35,
      'I agree. Training officers and staff is key however, for this to be effective, the training has to be sustained, refreshed and repeated.',
    ],
    [37, 'Recommendation 9'],
    [
      39,
      'By 30 April 2026, chief constables, working with the Modern Slavery & Organised Immigration Crime Unit and the College of Policing, should make sure that relevant personnel in all Home Office police forces complete the four modules of the organised immigration crime e-learning package.',
    ],
    [41, 'I agree with this recommendation.'],
    [49, 'Kivinde Vigirs'],
  ],
  'WYCA-YHSOC': [
    [5, '5th February 2025'],
    [7, 'Dear Home Secretary,'],
    [9, 'Re: An inspection of the Yorkshire and Humber regional response to serious and organised crime'],
    [
      13,
      'I meet quarterly with police and local authority Community Safety Partnership representatives through the West Yorkshire SOC Partnership Board.',
    ],
    [
      21,
      'As the lead force of the Yorkshire and Humber Regional Organised Crime Unit (YHROCU), I feel reassured that WYP will ensure that the areas for improvement outlined by the inspectorate are fully implemented.',
    ],
    [
      21,
      'to the new Partnership Board, where performance is shared with all Yorkshire and Humber constituent members.',
    ],
    [
      23,
      'the Head of YHROCU convened a quarterly HMIC extraordinary meeting cycle with the Regional Heads of Serious and Organised Crime.',
    ],
    [
      23,
      'The meeting cycle will continue and will serve as the governance mechanism for overseeing the action plans and monitoring progress against the two Areas for Improvement, as well as other issues identified within the report.',
    ],
    [27, 'Alison Lowe, Deputy Mayor of West Yorkshire for Policing and Crime'],
    [31, 'Our response to key recommendation in the inspection report'],
    [39, 'YHROCU should assume responsibility for delivering both Level 1 and Level 2 TSU provision across the region'],
    [
      39,
      'This issue was discussed at the CCOB in 2025, where the decision was made to retain the existing delivery model.',
    ],
    [39, 'The YHROCU TSU Manager is, however, exploring whether this position could be reconsidered'],
    [45, 'the quality and consistency of 4P plans'],
    [46, 'how they record disruption activity on the agency and partner management information system (APMIS)'],
    [47, 'the recording of unmet demand on APMIS.'],
    [
      49,
      "WYP have assured the Deputy Mayor's office that the delivery of improving the quality and consistency of 4P plans will be led by the YHROCU SOC Coordinator.",
    ],
    [
      51,
      'nationally the classification of unmet demand and associated ownership in the SOC system remains unresolved. There remains difficulty and inconsistency in the practical application of the current guidance available for the recording of unmet demand. This has been raised with the National SOC Portfolio Officer and NPCC SOC Lead and further clarification and guidance is awaited.',
    ],
    [51, 'In the interim the YHROCU ROCTA Manager'],
    [51, 'The ROCTA Manager will deliver the guidance through the Regional Force SPOCs.'],
    [51, 'Implementation will be driven by the Heads of SOC for their respective Force.'],
    [51, 'the YHROCU Multi Agency Regional Tasking & Oversight Meeting (MARTOM)'],
  ],
  'a board paper': [[58, 'WY Serious & Organised Crime Partnership Board']],
  'WYPCC-ROCU21': [
    [6, 'Police and Crime Commissioner for West Yorkshire'],
    [18, 'My Reference: OPCC/MBW/NF'],
    [22, 'April 29th 2021'],
    [24, 'Dear Home Secretary,'],
    [26, 'Re. HMICFRS report: An inspection of the effectiveness of the Regional Organised Crime Units'],
    [54, 'A Whole System Approach'],
    [
      56,
      'we would like the YHROCU to retain its operational independence, but would support the development of a more efficient and effective overall SOC tasking system.',
    ],
    [62, 'Accountability and Oversight'],
    [68, 'Resourcing Capacity and Workforce'],
    [
      80,
      "we would concur with the principal finding of HMICFRS's report that addressing the issue of the appropriate and sustainable funding of ROCUs is of primary importance. Whilst as a regional area we can work to improve systems of collaboration and governance, the funding issue is one which can only be resolved by the Home Office and through central spending reviews.",
    ],
  ],
};
